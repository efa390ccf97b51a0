package org.lianqiao.sheets;

/**
 * A column of a sheet that is written.
 *
 * @param width in characters of a Latin digit; a Chinese character takes two
 */
public record SheetColumn(String title, Kind kind, int width) {
    /** How a column is shown. */
    public enum Kind {
        TEXT,
        /** Long text: breaks within its cell. */
        PROSE,
        NUMBER,
        DATE
    }
}
