package org.lianqiao.events.scheduling;

/**
 * A schedule, feasible in every hard rule, with what is proven of it.
 *
 * @param slots the slot of each wish, from 0; -1 where it is not held
 * @param tables the table of each wish, from 0; -1 where it is not held
 * @param weightBound no schedule holds more weight than this
 * @param breaksBound no schedule that holds all wishes has fewer breaks than this
 * @param moves how many changes the search tried
 */
public record Schedule(int[] slots, int[] tables, Value value, int weightBound, int breaksBound, long moves) {
    /** Whether no better one exists, as far as weight and breaks go. */
    public boolean isProvenBest() {
        return value.missing() == 0
                && value.moved() == 0
                && value.weight() == weightBound
                && value.excess() == 0
                && value.breaks() == breaksBound;
    }
}
