package org.lianqiao.sheets;

import org.jspecify.annotations.Nullable;

/**
 * What a cell was read as.
 *
 * @param value nothing where the cell is empty or could not be read
 * @param mark why it needs a look, a key of the bundles; empty where it was read without doubt
 */
public record Reading<T>(@Nullable T value, String mark) {
    static <T> Reading<T> nothing() {
        return new Reading<>(null, "");
    }

    static <T> Reading<T> of(T value) {
        return new Reading<>(value, "");
    }

    static <T> Reading<T> marked(T value, String mark) {
        return new Reading<>(value, mark);
    }

    static <T> Reading<T> unread(String mark) {
        return new Reading<>(null, mark);
    }

    public boolean isUnread() {
        return value == null && !mark.isEmpty();
    }
}
