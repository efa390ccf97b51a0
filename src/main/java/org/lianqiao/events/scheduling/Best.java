package org.lianqiao.events.scheduling;

import java.util.function.Consumer;

/** The best schedule that any thread has found so far. */
final class Best {
    private final Consumer<Value> told;
    private int[] slots;
    private volatile Value seen;
    private final int all;

    Best(Problem problem, int cap, Consumer<Value> told) {
        this.told = told;
        all = problem.wishes().stream().mapToInt(Wish::weight).sum();
        var nothing = new Assignment(problem, cap);
        slots = nothing.slot;
        seen = new Value(nothing.missing(), 0, nothing.moved, 0, 0, 0);
    }

    /** A quick look, without a lock: whether it is better, tables and order aside. */
    boolean mayTake(Assignment found) {
        var best = seen;
        int order = Integer.compare(found.missing(), best.missing());
        if (order == 0) order = Integer.compare(found.lost, all - best.weight());
        if (order == 0) order = Integer.compare(found.moved, best.moved());
        if (order == 0) order = Integer.compare(found.excess(), best.excess());
        if (order == 0) order = Integer.compare(found.breaks(), best.breaks());
        return order < 0;
    }

    void offer(Assignment found) {
        if (found.disorder() > 0) return;
        var offered = new Value(
                found.missing(), all - found.lost, found.moved, found.excess(), found.breaks(), 0);
        synchronized (this) {
            if (!offered.isBetterThan(seen)) return;
            seen = offered;
            slots = found.slot.clone();
        }
        told.accept(offered);
    }

    synchronized int[] slots() {
        return slots.clone();
    }

    Value value() {
        return seen;
    }
}
