package org.lianqiao.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes of stored files, in a directory outside the web root; each is named by its id and never changes. */
@Component
@Slf4j
class FileStore {
    private static final int CHUNK = 64 * 1024;

    private final Path root;

    FileStore(@Value("${lianqiao.files.directory:var/files}") Path root) {
        this.root = root.toAbsolutePath();
    }

    /**
     * Writes and waits until the disk has it: the file stands under its name wholly or not at all.
     *
     * @return the content's SHA-256
     */
    String write(UUID id, InputStream content) {
        var target = path(id);
        try {
            var directory = Files.createDirectories(directory(id));
            var part = target.resolveSibling(id + ".part");
            try {
                var digest = copy(content, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                force(directory);
                return digest;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(UUID id) {
        return directory(id).resolve(id.toString());
    }

    /** By the id's last two digits: they are random, so that no directory grows large. */
    private Path directory(UUID id) {
        var name = id.toString();
        return root.resolve(name.substring(name.length() - 2));
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            log.warn("Could not delete the file {}", id, e);
        }
    }

    private static String copy(InputStream content, Path part) throws IOException {
        var digest = sha256();
        try (var file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
                var bytes = ByteBuffer.wrap(chunk, 0, read);
                while (bytes.hasRemaining()) file.write(bytes);
            }
            file.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A renamed file survives a power cut only if its directory was written as well. */
    private static void force(Path directory) throws IOException {
        try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
