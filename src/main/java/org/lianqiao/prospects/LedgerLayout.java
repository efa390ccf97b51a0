package org.lianqiao.prospects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet of the ledger is laid out.
 *
 * @param title the line above the columns; empty where there is none
 * @param grouping by what rows stand together under a line of their own
 * @param columns in order
 */
record LedgerLayout(String title, Unit unit, @Nullable Grouping grouping, List<Column> columns) {
    /** In what sums are written. */
    enum Unit {
        WAN,
        YI
    }

    /** By what rows stand together. */
    enum Grouping {
        STAGE,
        ATTENTION,
        CHAIN,
        HOLDER
    }

    /** @param title as the office calls it; the usual name where empty */
    record Column(LedgerColumn code, String title) {}

    static final LedgerLayout USUAL = new LedgerLayout(
            "",
            Unit.WAN,
            null,
            LedgerColumn.USUAL.stream().map(c -> new Column(c, "")).toList());
}
