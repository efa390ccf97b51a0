package org.lianqiao.events.scheduling;

import java.util.Comparator;

/**
 * How good a schedule is; compared in this order, the smaller the better, but for the weight.
 *
 * @param missing how many promised meetings guests go without
 * @param weight of the meetings held
 * @param moved published meetings that stand in another slot, or are not held any more although they could be
 * @param excess breaks beyond the cap of one guest
 * @param breaks gaps between two meetings of a guest, over all guests
 * @param changes of table between two meetings of a guest
 */
public record Value(int missing, int weight, int moved, int excess, int breaks, int changes)
        implements Comparable<Value> {
    private static final Comparator<Value> ORDER = Comparator.comparingInt(Value::missing)
            .thenComparing(Comparator.comparingInt(Value::weight).reversed())
            .thenComparingInt(Value::moved)
            .thenComparingInt(Value::excess)
            .thenComparingInt(Value::breaks)
            .thenComparingInt(Value::changes);

    @Override
    public int compareTo(Value other) {
        return ORDER.compare(this, other);
    }

    Value withChanges(int changes) {
        return new Value(missing, weight, moved, excess, breaks, changes);
    }

    public boolean isBetterThan(Value other) {
        return compareTo(other) < 0;
    }
}
