package org.lianqiao.events.scheduling;

import java.util.List;

/**
 * A wish that a schedule does not hold, and why, as a value that a page puts in words.
 *
 * @param wish by place
 * @param guests whose day is in the way, by place
 * @param instead the wishes that would have to go for it at the least, by place: what it is outweighed by
 */
public record Unheld(int wish, Cause cause, List<Integer> guests, List<Integer> instead) {
    /** The first of these that applies. */
    public enum Cause {
        /** The two are never there at the same time, or not within the session asked for. */
        NO_COMMON_SLOT,
        /** They were there together only in slots that may not change any more. */
        TOO_LATE,
        /** A guest, or both, has other meetings in all slots in which the two could meet. */
        GUEST_FULL,
        /** Each has time, but never the two at once. */
        TIMES_DIFFER,
        /** The two have time together, but then all tables are taken. */
        NO_TABLE,
        /** The two have time and a table, but not in the order asked for. */
        ORDER
    }

    public Unheld {
        guests = List.copyOf(guests);
        instead = List.copyOf(instead);
    }
}
