package org.lianqiao.prospects.imports;

import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;

/**
 * What is done with a column.
 *
 * @param field nothing where its text is kept as it is, or left out
 * @param kept whether the text comes along
 */
record Use(@Nullable ImportField field, boolean kept) {
    static final Use KEEP = new Use(null, true);
    static final Use IGNORE = new Use(null, false);

    static Use of(ImportField field) {
        return new Use(field, true);
    }

    /** As a form sends it; what it does not know is kept. */
    static Use of(@Nullable String code) {
        if ("IGNORE".equals(code)) return IGNORE;
        var field = Lenient.value(ImportField.class, code);
        return field == null ? KEEP : of(field);
    }

    String code() {
        return field != null ? field.name() : kept ? "KEEP" : "IGNORE";
    }
}
