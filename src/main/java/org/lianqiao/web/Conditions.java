package org.lianqiao.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;

/**
 * A filter as one condition in SQL and the values it names. A condition is asked only where its value was given; the
 * conditions name columns, values are always parameters.
 */
public final class Conditions {
    private final StringBuilder sql;
    private final Map<String, Object> values = new HashMap<>();
    private boolean asked;

    private Conditions(String always) {
        sql = new StringBuilder(always);
    }

    /** @param always what holds whatever is asked, such as {@code true} */
    public static Conditions where(String always) {
        return new Conditions(always);
    }

    /**
     * Asks for {@code condition}, which names {@code :name}.
     *
     * @param value nothing where the filter was left open; a constant stands by its name
     */
    public Conditions and(String condition, String name, @Nullable Object value) {
        if (value == null) return this;
        values.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        return andIf(true, condition);
    }

    public Conditions andIf(boolean asked, String condition) {
        if (asked) sql.append(" and ").append(condition);
        this.asked |= asked;
        return this;
    }

    /**
     * Asks for a record elsewhere, where any of its conditions was given.
     *
     * @param frame the condition around them, with {@code %s} for their place
     */
    public Conditions within(String frame, Conditions inner) {
        values.putAll(inner.values);
        return andIf(inner.asked, frame.formatted(inner.sql()));
    }

    /** Asks for a text as typed, in whole as {@code :whole} or in part as {@code :q}. */
    public Conditions words(String condition, @Nullable String typed) {
        var pattern = Lenient.pattern(typed);
        if (typed == null || pattern == null) return this;
        values.put("whole", typed.strip());
        return and(condition, "q", pattern);
    }

    /** From the first day to the end of the last one, in the portal's time, as {@code :from} and {@code :to}. */
    public Conditions days(String column, @Nullable LocalDate first, @Nullable LocalDate last) {
        and(column + " >= :from", "from", first == null ? null : Time.startOf(first));
        return and(column + " < :to", "to", last == null ? null : Time.startOf(last.plusDays(1)));
    }

    /** Asks for a region, which takes its children along. */
    public Conditions region(String column, @Nullable String code) {
        return and(column + " in (select code from region where :region in (code, parent_code))", "region", code);
    }

    public String sql() {
        return sql.toString();
    }

    public Map<String, Object> values() {
        return values;
    }
}
