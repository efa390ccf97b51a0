package org.lianqiao.sheets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell as the file has it.
 *
 * @param text as it was typed; a number without the marks of its format
 * @param day of a number that its format shows as a day
 * @param shared whether it stands in a merged cell that belongs to an earlier row
 */
public record SheetCell(String text, Kind kind, @Nullable LocalDate day, boolean shared) {
    /** What the file says that it is. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY,
        /** Computed by a formula; its last result is not believed. */
        FORMULA
    }

    static final SheetCell BLANK = text("");

    static SheetCell text(String text) {
        return new SheetCell(text, Kind.TEXT, null, false);
    }

    SheetCell below() {
        return new SheetCell(text, kind, day, true);
    }

    public boolean isBlank() {
        return text.isEmpty() && kind != Kind.FORMULA;
    }

    public boolean isFormula() {
        return kind == Kind.FORMULA;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
