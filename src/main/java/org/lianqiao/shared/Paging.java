package org.lianqiao.shared;

import java.util.Set;

/** Which page of a list is asked for; what was asked wrongly becomes the first page of twenty. */
public record Paging(int number, int size) {
    private static final Set<Integer> SIZES = Set.of(10, 20, 50);
    private static final int LAST = 500;

    public Paging {
        number = Math.min(Math.max(number, 1), LAST);
        size = SIZES.contains(size) ? size : 20;
    }

    public int offset() {
        return (number - 1) * size;
    }
}
