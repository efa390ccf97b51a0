package org.lianqiao.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reference numbers that people read out on the phone: {@code YX-2026-000123}. Unique; gaps are possible. */
@Service
@RequiredArgsConstructor
public class Numbers {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is numbered, with its letters and its sequence. */
    public enum Kind {
        REGISTRATION("RZ", "registration_number"),
        NEED("XQ", "need_number"),
        INTENT("YX", "intent_number"),
        PROSPECT("XS", "prospect_number"),
        MEETING("DJ", "meeting_number"),
        PROJECT("XM", "project_number"),
        EVENT("HD", "event_number"),
        AGREEMENT("XY", "agreement_number"),
        CONSULTATION("HS", "consultation_number"),
        PERSONAL_DATA_REQUEST("GX", "personal_data_request_number");

        private final String letters;
        private final String sequence;

        Kind(String letters, String sequence) {
            this.letters = letters;
            this.sequence = sequence;
        }
    }

    /** As many numbers at once, for rows that come in bulk. */
    public List<String> next(Kind kind, int count) {
        int year = LocalDate.now(clock).getYear();
        return jdbc.sql("select nextval(cast(? as regclass)) from generate_series(1, ?)")
                .params(kind.sequence, count)
                .query((row, n) -> "%s-%d-%06d".formatted(kind.letters, year, row.getLong(1)))
                .list();
    }

    public String next(Kind kind) {
        long n = jdbc.sql("select nextval(cast(? as regclass))")
                .param(kind.sequence)
                .query(Long.class)
                .single();
        return "%s-%d-%06d".formatted(kind.letters, LocalDate.now(clock).getYear(), n);
    }
}
