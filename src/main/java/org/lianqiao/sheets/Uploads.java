package org.lianqiao.sheets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables between upload and confirmation: seen by who uploaded them, for a day, and taken over once. */
@Service
@RequiredArgsConstructor
public class Uploads {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A table that waits. */
    public record Upload(UUID id, String fileName, byte[] content) {}

    /** @param purpose what it is to become; another page cannot take it */
    @Transactional
    public UUID keep(String purpose, String fileName, byte[] content, Viewer by) {
        var now = clock.instant();
        jdbc.sql("delete from sheet_upload where uploaded_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        var id = Ids.next();
        jdbc.sql("""
                insert into sheet_upload (id, purpose, file_name, content, uploaded_by, uploaded_at)
                values (:id, :purpose, :name, :content, :by, :at)
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("name", shortened(fileName))
                .param("content", content)
                .param("by", by.account())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /**
     * @throws NotFound where it is somebody else's or is gone
     * @throws Refused where it was taken over already
     */
    @Transactional(readOnly = true)
    public Upload find(UUID id, String purpose, Viewer by) {
        var upload = jdbc.sql("""
                select id, file_name, content from sheet_upload where id = :id and purpose = :purpose and uploaded_by = :by
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("by", by.account())
                .query(Upload.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (upload.content().length == 0) throw new Refused("sheets.refused.taken");
        return upload;
    }

    /** Marks it as taken over, within the transaction that does so. @throws Refused where another click was first */
    @Transactional
    public void take(Upload upload, Instant at) {
        int taken = jdbc.sql("update sheet_upload set taken_at = :at, content = '' where id = :id and taken_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", upload.id())
                .update();
        if (taken == 0) throw new Refused("sheets.refused.taken");
    }

    private static String shortened(String fileName) {
        var plain = fileName.replaceAll("\\p{Cntrl}", "").strip();
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST_NAME ? plain : plain.substring(plain.offsetByCodePoints(0, length - LONGEST_NAME));
    }
}
