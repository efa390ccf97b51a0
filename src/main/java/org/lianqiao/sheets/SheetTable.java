package org.lianqiao.sheets;

import java.util.List;

/** A sheet, read: the lines that are not blank, with what is merged. */
public record SheetTable(String name, List<SheetRow> rows, List<Merge> merges) {
    /** The lines that the spreadsheet does not show. */
    public int hidden() {
        return (int) rows.stream().filter(SheetRow::hidden).count();
    }

    boolean isWide(int row, int column) {
        return merges.stream().anyMatch(m -> m.isWide() && m.covers(row, column));
    }
}
