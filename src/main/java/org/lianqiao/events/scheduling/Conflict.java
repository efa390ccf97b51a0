package org.lianqiao.events.scheduling;

import java.util.List;

/**
 * Why something asked for cannot be, as a value that a page puts in words.
 *
 * @param guests whom it concerns, by place
 * @param wishes which it concerns, by place
 * @param slot where, from 0, or {@link Wish#NOWHERE}
 */
public record Conflict(Kind kind, List<Integer> guests, List<Integer> wishes, int slot) {
    /** What stands against what. */
    public enum Kind {
        /** A meeting is pinned to a slot in which this guest is not there. */
        PINNED_WITHOUT_GUEST,
        /** A meeting is pinned to a slot that is forbidden for it, or does not exist. */
        PINNED_WHERE_FORBIDDEN,
        /** A guest has two meetings pinned to one slot. */
        PINNED_TWICE,
        /** More meetings are pinned to a slot than there are tables. */
        PINNED_BEYOND_TABLES,
        /** Two meetings are pinned against the order asked of them. */
        PINNED_AGAINST_ORDER,
        /** Meetings are each to be held before the next, and the last before the first. */
        ORDER_IN_CIRCLE,
        /** The first of these meetings must come before the second, and can only be held later or at once. */
        ORDER_LEAVES_NO_SLOT,
        /** The two guests are never there at the same time. */
        NO_COMMON_SLOT,
        /** These meetings of one guest have together fewer slots than they are. */
        GUEST_OVERBOOKED,
        /** These meetings have together fewer tables than they are, whatever their slots. */
        TOO_FEW_TABLES,
        /** A guest was promised more meetings than wishes and slots allow. */
        PROMISED_TOO_MUCH
    }

    public Conflict {
        guests = List.copyOf(guests);
        wishes = List.copyOf(wishes);
    }
}
