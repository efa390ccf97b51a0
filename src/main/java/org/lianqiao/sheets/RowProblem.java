package org.lianqiao.sheets;

import java.util.List;

/**
 * What is wrong with a row. The row is left out; the others are not held back.
 *
 * @param row as the spreadsheet counts it
 * @param column the name that the sheet itself gives the column; empty where the whole row is meant
 * @param key the sentence, a key of the bundles
 */
public record RowProblem(int row, String column, String key, List<String> args) {
    public RowProblem(int row, String column, String key, String... args) {
        this(row, column, key, List.of(args));
    }
}
