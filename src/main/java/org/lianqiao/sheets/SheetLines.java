package org.lianqiao.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;

/** Takes the lines of a workbook one by one: counts them, reads their cells, fills merged cells downwards. */
final class SheetLines {
    /** The digits that a spreadsheet keeps; what stands behind them comes from binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private final List<SheetRow> rows = new ArrayList<>();
    private final Map<Integer, Map<Integer, Merge>> downwards = new HashMap<>();
    private final Map<Merge, SheetCell> tops = new HashMap<>();
    private final int most;
    private final LocalDate epoch;

    SheetLines(List<Merge> merges, int most, boolean since1904) {
        this.most = most;
        this.epoch = since1904 ? EPOCH_1904 : EPOCH;
        for (var merge : merges)
            if (merge.bottom() > merge.top())
                for (int row = merge.top(); row <= Math.min(merge.bottom(), merge.top() + most); row++)
                    downwards.computeIfAbsent(row, r -> new HashMap<>()).put(merge.left(), merge);
    }

    List<SheetRow> rows() {
        return rows;
    }

    void take(Row line) {
        int number = line.getRowNum();
        if (number > SheetReader.MOST_ROWS + 1)
            throw rows.size() < number / 2
                    ? new Refused("sheets.refused.blankRows", number)
                    : new Refused("sheets.refused.rows", SheetReader.MOST_ROWS);
        var cells = cells(line);
        fill(number, cells);
        var row = new SheetRow(number, line.isHidden(), List.copyOf(cells));
        if (row.isBlank()) return;
        if (rows.size() >= most) throw new Refused("sheets.refused.rows", most);
        rows.add(row);
    }

    private List<SheetCell> cells(Row line) {
        int width = 0;
        for (int i = 0; i < line.getCellCount(); i++)
            if (line.getOptionalCell(i).filter(SheetLines::saysSomething).isPresent()) width = i + 1;
        if (width > SheetReader.MOST_COLUMNS) throw new Refused("sheets.refused.columns", SheetReader.MOST_COLUMNS);
        var cells = new ArrayList<SheetCell>(width);
        for (int i = 0; i < width; i++)
            cells.add(
                    line.getOptionalCell(i).map(c -> cell(c, line.getRowNum())).orElse(SheetCell.BLANK));
        return cells;
    }

    private static boolean saysSomething(Cell cell) {
        return cell.getType() == CellType.FORMULA
                || cell.getText() != null && !cell.getText().isBlank();
    }

    private SheetCell cell(Cell cell, int row) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null)
            return new SheetCell(
                    "=" + SheetReader.clean(row, text(cell.getFormula())), SheetCell.Kind.FORMULA, null, false);
        if (cell.getType() != CellType.NUMBER) return SheetCell.text(SheetReader.clean(row, text(cell.getText())));
        var number = cell.asNumber().round(DIGITS).stripTrailingZeros();
        var day = isDay(cell) ? day(number) : null;
        return day == null
                ? new SheetCell(number.toPlainString(), SheetCell.Kind.NUMBER, null, false)
                : new SheetCell(day.toString(), SheetCell.Kind.DAY, day, false);
    }

    /** One of the formats that need not be spelt out, or one that names the year or the day, outside what it quotes. */
    private static boolean isDay(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null
                && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58))
            return true;
        var format = cell.getDataFormatString();
        if (format == null) return false;
        var plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0 && plain.indexOf('m') >= 0;
    }

    private @Nullable LocalDate day(BigDecimal serial) {
        try {
            return serial.signum() > 0 ? epoch.plusDays(serial.longValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What is merged over several lines is said of each of them. */
    private void fill(int number, List<SheetCell> cells) {
        var here = downwards.get(number);
        if (here == null) return;
        here.forEach((column, merge) -> {
            if (merge.top() == number) {
                if (column < cells.size()) tops.put(merge, cells.get(column).below());
                return;
            }
            var above = tops.get(merge);
            if (above == null || column >= SheetReader.MOST_COLUMNS) return;
            while (cells.size() <= column) cells.add(SheetCell.BLANK);
            cells.set(column, above);
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
