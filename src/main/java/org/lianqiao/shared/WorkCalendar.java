package org.lianqiao.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The offices' calendar with its public holidays. Read from memory, at most half a minute old. */
@Service
@RequiredArgsConstructor
public class WorkCalendar {
    private static final int SECONDS_KEPT = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Kept kept = new Kept(new WorkingDays(Map.of()), Instant.EPOCH);

    private record Kept(WorkingDays days, Instant until) {}

    public LocalDate after(LocalDate day, int days) {
        return days().later(day, days);
    }

    public LocalDate before(LocalDate day, int days) {
        return days().earlier(day, days);
    }

    public WorkingDays days() {
        var now = clock.instant();
        var current = kept;
        if (now.isBefore(current.until)) return current.days;
        var named = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select day, working from calendar_day").query(row -> {
            named.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
        });
        var days = new WorkingDays(Map.copyOf(named));
        kept = new Kept(days, now.plusSeconds(SECONDS_KEPT));
        return days;
    }

    /** Somebody changed it: it is read anew. */
    public void forget() {
        kept = new Kept(new WorkingDays(Map.of()), Instant.EPOCH);
    }
}
