package org.lianqiao.shared;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator may set: texts and numbers by key. Read from memory, at most half a minute old. */
@Service
@RequiredArgsConstructor
public class Settings {
    private static final int SECONDS_KEPT = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Kept kept = new Kept(Map.of(), Instant.EPOCH);

    private record Kept(Map<String, String> values, Instant until) {}

    public String text(String key, String otherwise) {
        return values().getOrDefault(key, otherwise);
    }

    public int number(String key, int otherwise) {
        try {
            return Integer.parseInt(text(key, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Transactional
    public void set(String key, String value, Viewer by) {
        jdbc.sql("""
                insert into setting (key, value, updated_at, updated_by) values (?, ?, now(), ?)
                on conflict (key) do update set value = excluded.value, updated_at = now(), updated_by = excluded.updated_by
                """).params(key, value, by.account()).update();
        kept = new Kept(Map.of(), Instant.EPOCH);
    }

    private Map<String, String> values() {
        var now = clock.instant();
        var current = kept;
        if (now.isBefore(current.until)) return current.values;
        var fresh = new HashMap<String, String>();
        jdbc.sql("select key, value from setting").query(row -> {
            fresh.put(row.getString(1), row.getString(2));
        });
        kept = new Kept(Map.copyOf(fresh), now.plusSeconds(SECONDS_KEPT));
        return fresh;
    }
}
