package org.lianqiao.sheets;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a sheet, merged cells filled downwards.
 *
 * @param number as the spreadsheet counts it, from 1
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {
    /** The cell, or a blank one where the line is shorter. */
    public SheetCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : SheetCell.BLANK;
    }

    public String text(int column) {
        return cell(column).text();
    }

    boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    /** The columns in which this line itself says something. */
    List<Integer> filled() {
        return IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).isBlank() && !cells.get(i).shared())
                .boxed()
                .toList();
    }
}
