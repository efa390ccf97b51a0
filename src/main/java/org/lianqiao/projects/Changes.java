package org.lianqiao.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields a form changes, each with what it was and what it becomes, in words that stay readable later. */
public final class Changes {
    /** @param field the last part of its label's key */
    public record Field(String field, String from, String to) {}

    private final List<Field> fields = new ArrayList<>();

    public Changes put(String field, String from, String to) {
        if (!from.equals(to)) fields.add(new Field(field, from, to));
        return this;
    }

    public Changes put(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        return put(field, Objects.toString(from, ""), Objects.toString(to, ""));
    }

    /** @param from a number; one written otherwise (5, 5.0) is the same */
    public Changes put(String field, @Nullable BigDecimal from, @Nullable BigDecimal to, String unit) {
        boolean same = from == null ? to == null : to != null && from.compareTo(to) == 0;
        return same ? this : put(field, words(from, unit), words(to, unit));
    }

    List<Field> list() {
        return List.copyOf(fields);
    }

    boolean touches(String... names) {
        return fields.stream().anyMatch(f -> List.of(names).contains(f.field));
    }

    private static String words(@Nullable BigDecimal number, String unit) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString() + " " + unit;
    }
}
