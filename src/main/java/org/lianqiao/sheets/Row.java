package org.lianqiao.sheets;

import java.util.List;

/**
 * A line of a table as it was typed, spaces around its cells dropped.
 *
 * @param number as the spreadsheet counts it, from 1
 */
public record Row(int number, List<String> cells) {
    /** The cell, or an empty text where the line is shorter. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
