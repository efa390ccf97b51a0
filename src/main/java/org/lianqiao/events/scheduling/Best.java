package org.lianqiao.events.scheduling;

import java.util.function.Consumer;

/** The best schedule that one search has found so far; only that search's thread changes it. */
final class Best {
    private final Consumer<Value> told;
    private int[] slots;
    private Value value;
    private final int all;

    Best(Assignment begin, int all, Consumer<Value> told) {
        this.all = all;
        this.told = told;
        slots = begin.slot.clone();
        value = value(begin);
        told.accept(value);
    }

    /** Offers an assignment; costs little where it is no better. */
    void offer(Assignment found) {
        if (found.disorder > 0 || !isBetter(found)) return;
        value = value(found);
        slots = found.slot.clone();
        told.accept(value);
    }

    private Value value(Assignment found) {
        return new Value(found.missing(), all - found.lost, found.moved, found.excess(), found.breaks(), 0);
    }

    /** By the order of {@link Value}, tables aside; compared field by field, since it is asked a million times a second. */
    private boolean isBetter(Assignment found) {
        int order = Integer.compare(found.missing(), value.missing());
        if (order == 0) order = Integer.compare(found.lost, all - value.weight());
        if (order == 0) order = Integer.compare(found.moved, value.moved());
        if (order == 0) order = Integer.compare(found.excess(), value.excess());
        if (order == 0) order = Integer.compare(found.breaks(), value.breaks());
        return order < 0;
    }

    int[] slots() {
        return slots;
    }

    Value value() {
        return value;
    }
}
