package org.lianqiao.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;

/**
 * What people upload: PDF, JPEG or PNG by content, up to 10 MB. The bytes are on the disk before the row is committed, so
 * that a row never leads nowhere. Who may read a file is decided by the module whose record it hangs on.
 */
@Service
@RequiredArgsConstructor
public class StoredFiles {
    /** In bytes. The container lets somewhat more through, so that the answer stands at the field. */
    public static final long LARGEST = 10L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final FileStore store;

    /** Whether the form carries a file at all: browsers send an empty part where nothing was chosen. */
    public static boolean isGiven(@Nullable MultipartFile upload) {
        return upload != null
                && (!upload.isEmpty()
                        || !String.valueOf(upload.getOriginalFilename()).isBlank());
    }

    /**
     * Checks and keeps an upload.
     *
     * @param owner the organisation to which it belongs; nothing where it has none yet
     * @param field where a refusal is shown
     * @throws Refused at the field where it is missing, empty, too large, of another type, or no file that a person chose
     */
    @Transactional
    public UUID keep(
            @Nullable MultipartFile upload, FilePurpose purpose, @Nullable UUID owner, Viewer by, String field) {
        if (upload == null || upload.isEmpty())
            throw Refused.at(field, isGiven(upload) ? "files.empty" : "files.missing");
        if (upload.getSize() > LARGEST) throw Refused.at(field, "files.tooLarge");
        var type = UploadCheck.check(upload, field);
        var id = Ids.next();
        deleteUnlessCommitted(id);
        try (var content = upload.getInputStream()) {
            var digest = store.write(id, content);
            jdbc.sql("""
                    insert into stored_file (id, name, content_type, size, sha256, purpose, owner_organization_id, created_by, created_at)
                    values (:id, :name, :type, :size, :digest, :purpose, cast(:owner as uuid), cast(:by as uuid), now())
                    """)
                    .param("id", id)
                    .param("name", FileNames.clean(upload.getOriginalFilename(), type))
                    .param("type", type.contentType)
                    .param("size", upload.getSize())
                    .param("digest", digest)
                    .param("purpose", purpose.name())
                    .param("owner", owner == null ? null : owner.toString())
                    .param("by", by.accountId() == null ? null : by.accountId().toString())
                    .update();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(@Nullable UUID id) {
        if (id == null) return Optional.empty();
        return jdbc.sql("select id, name, content_type, size from stored_file where id = ?")
                .param(id)
                .query(StoredFile.class)
                .optional();
    }

    /** Takes a file away that nothing refers to any more; the bytes go once the row is surely gone. */
    @Transactional
    public void forget(UUID id) {
        jdbc.sql("delete from stored_file where id = ?").param(id).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                store.delete(id);
            }
        });
    }

    /**
     * The answer that gives a file back, always as a download that no browser runs. The caller has decided that the
     * viewer may read it.
     *
     * @throws NotFound where there is none
     */
    @Transactional(readOnly = true)
    public ResponseEntity<Resource> download(@Nullable UUID id) {
        var file = find(id).orElseThrow(NotFound::new);
        var content = new FileSystemResource(store.path(file.id()));
        if (!content.exists()) throw new NotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private void deleteUnlessCommitted(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) store.delete(id);
            }
        });
    }
}
