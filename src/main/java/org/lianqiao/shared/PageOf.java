package org.lianqiao.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number from 1
 * @param total how many rows there are in all, counted up to {@link #CAP}
 */
public record PageOf<T>(List<T> rows, int number, int size, int total) {
    /** Counting stops here: a larger list says “10,000+”. */
    public static final int CAP = 10_000;

    public PageOf(List<T> rows, Paging paging, int total) {
        this(rows, paging.number(), paging.size(), total);
    }

    public boolean isCapped() {
        return total > CAP;
    }

    public int getPages() {
        return Math.max(1, (Math.min(total, CAP) + size - 1) / size);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
