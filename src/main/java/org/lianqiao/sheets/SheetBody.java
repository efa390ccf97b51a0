package org.lianqiao.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands below the head, told apart: rows, lines that name a group of rows, sums at the end, notes below.
 *
 * @param rows in order
 * @param skipped sums, notes, repeated heads: no rows
 */
public record SheetBody(List<Line> rows, List<SheetRow> skipped) {
    private static final Pattern SUM = Pattern.compile("(合|总|小|共|累)\\s*计.*");
    private static final Pattern NOTE =
            Pattern.compile("(备?注|说明|填表|制表|审核|填报|联系人|报送)[一二三四五六七八九十\\d]*[:：人].*|(备注|说明)", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("^\\s*([（(]?[一二三四五六七八九十\\d]+[）)、.．]|[ⅠⅡⅢⅣⅤ]+)[、.．]?\\s*");
    private static final Pattern COUNTED = Pattern.compile("\\s*[（(]?共?\\s*\\d+\\s*[个家项户条][)）]?\\s*$");
    private static final Pattern GROUP = Pattern.compile(".*(类|阶段|部分|情况|项目|跟进|对接)([（(].*)?");
    private static final int LONGEST_GROUP = 30;

    /** @param group the line above that names its group; empty where there is none */
    public record Line(SheetRow row, String group) {}

    public static SheetBody below(SheetHeader header, SheetTable table) {
        var rows = new ArrayList<Line>();
        var skipped = new ArrayList<SheetRow>();
        var group = "";
        for (var row : table.rows()) {
            if (row.number() <= header.last()) continue;
            var filled = row.filled();
            if (filled.isEmpty()) continue;
            var first = row.text(filled.get(0)).replaceAll("[\\s\\n]", "");
            if (isNoRow(header, row, filled, first)) skipped.add(row);
            else if (isGroup(header, table, row, filled, first)) group = plain(row.text(filled.get(0)));
            else rows.add(new Line(row, group));
        }
        return new SheetBody(List.copyOf(rows), List.copyOf(skipped));
    }

    private static boolean isNoRow(SheetHeader header, SheetRow row, List<Integer> filled, String first) {
        return SUM.matcher(first).matches()
                || filled.size() <= 2 && NOTE.matcher(first).matches()
                || isNumbering(row, filled)
                || isHead(header, row, filled);
    }

    /** 1 2 3 4 … under the head. */
    private static boolean isNumbering(SheetRow row, List<Integer> filled) {
        if (filled.size() < 3) return false;
        for (int i = 1; i < filled.size(); i++)
            if (!row.text(filled.get(i)).matches("\\d{1,2}")
                    || !row.text(filled.get(i - 1)).matches("\\d{1,2}")
                    || Integer.parseInt(row.text(filled.get(i))) != Integer.parseInt(row.text(filled.get(i - 1))) + 1)
                return false;
        return true;
    }

    private static boolean isHead(SheetHeader header, SheetRow row, List<Integer> filled) {
        return filled.size() > 1
                && filled.stream()
                        .allMatch(c -> header.headings().stream()
                                .anyMatch(h -> h.column() == c
                                        && h.title()
                                                .equals(row.text(c)
                                                        .replaceAll("\\s*\\n\\s*", "")
                                                        .strip())));
    }

    /** One text alone, merged across the table; or at its left edge, where it reads like the name of a group. */
    private static boolean isGroup(
            SheetHeader header, SheetTable table, SheetRow row, List<Integer> filled, String first) {
        if (filled.size() != 1 || header.headings().size() < 3) return false;
        if (row.cells().stream().anyMatch(c -> c.shared() && !c.isBlank())) return false;
        int column = filled.get(0);
        if (row.cell(column).kind() != SheetCell.Kind.TEXT || first.length() > LONGEST_GROUP) return false;
        return table.isWide(row.number(), column)
                || column <= 1
                        && (NUMBERED.matcher(first).find()
                                || GROUP.matcher(first).matches());
    }

    private static String plain(String group) {
        return COUNTED.matcher(
                        NUMBERED.matcher(group.replaceAll("\\s*\\n\\s*", "")).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
