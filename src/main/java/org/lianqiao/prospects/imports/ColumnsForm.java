package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a sheet mean.
 *
 * @param line of the head, as the spreadsheet counts; found by itself where nothing is said
 * @param columns their places, from 0, each with its use
 * @param unit of sums without one: WAN, YI, YUAN; none where nobody knows
 */
record ColumnsForm(
        String sheet,
        @Nullable Integer line,
        List<Integer> columns,
        List<String> uses,
        String unit,
        @Nullable Boolean hidden) {
    ColumnsForm {
        sheet = Objects.requireNonNullElse(sheet, "");
        columns = Objects.requireNonNullElse(columns, List.of());
        uses = Objects.requireNonNullElse(uses, List.of());
        unit = Objects.requireNonNullElse(unit, "");
    }

    Use use(int column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= uses.size() ? Use.KEEP : Use.of(uses.get(at));
    }

    @Nullable
    BigDecimal unitYuan() {
        return switch (unit) {
            case "YUAN" -> BigDecimal.ONE;
            case "WAN" -> BigDecimal.valueOf(10_000);
            case "YI" -> BigDecimal.valueOf(100_000_000);
            default -> null;
        };
    }

    boolean hiddenToo() {
        return Boolean.TRUE.equals(hidden);
    }

    static String unitName(@Nullable BigDecimal yuan) {
        if (yuan == null) return "";
        return switch (yuan.intValue()) {
            case 1 -> "YUAN";
            case 10_000 -> "WAN";
            case 100_000_000 -> "YI";
            default -> "";
        };
    }
}
