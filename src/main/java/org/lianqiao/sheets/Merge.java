package org.lianqiao.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A merged cell; rows from 1, columns from 0, both ends included. */
record Merge(int top, int left, int bottom, int right) {
    private static final Pattern REFERENCE =
            Pattern.compile("mergeCell [^>]*?ref=\"\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})\"");

    /** @param part a worksheet's XML */
    static List<Merge> in(String part) {
        var merges = new ArrayList<Merge>();
        var found = REFERENCE.matcher(part);
        int from = part.lastIndexOf("sheetData>");
        while (found.find(merges.isEmpty() ? Math.max(from, 0) : found.end()))
            merges.add(new Merge(
                    Integer.parseInt(found.group(2)),
                    column(found.group(1)),
                    Integer.parseInt(found.group(4)),
                    column(found.group(3))));
        return merges;
    }

    private static int column(String letters) {
        int column = 0;
        for (char c : letters.toCharArray()) column = column * 26 + c - 'A' + 1;
        return column - 1;
    }

    boolean isWide() {
        return right > left;
    }

    boolean covers(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
}
