package org.lianqiao.events.scheduling;

import java.util.List;

/**
 * Two guests who are to meet.
 *
 * @param first a guest, by place in the list of guests, from 0
 * @param second the other guest
 * @param weight how much it is worth to hold the meeting, at least 1
 * @param slots where it may be held as far as the wish itself goes (session, forbidden slots), bit 0 for the first
 *     slot; when the guests are there is said of the guests
 * @param pinned the slot in which it must be held, from 0, or {@link #NOWHERE}
 * @param after wishes, by place in the list of wishes, that must be held in an earlier slot where both are held
 */
public record Wish(int first, int second, int weight, long slots, int pinned, List<Integer> after) {
    /** Instead of a slot: none. */
    public static final int NOWHERE = -1;

    public Wish {
        if (first == second) throw new IllegalArgumentException("nobody meets oneself");
        if (weight < 1) throw new IllegalArgumentException("a wish is worth something");
        after = List.copyOf(after);
    }

    public Wish(int first, int second, int weight) {
        this(first, second, weight, Guest.ALWAYS, NOWHERE, List.of());
    }

    public Wish(int first, int second, int weight, long slots) {
        this(first, second, weight, slots, NOWHERE, List.of());
    }

    public Wish pinnedTo(int slot) {
        return new Wish(first, second, weight, slots, slot, after);
    }

    public Wish without(int slot) {
        return new Wish(first, second, weight, slots & ~(1L << slot), pinned, after);
    }

    public Wish after(List<Integer> earlier) {
        return new Wish(first, second, weight, slots, pinned, earlier);
    }

    boolean isOf(int guest) {
        return first == guest || second == guest;
    }

    boolean shares(Wish other) {
        return isOf(other.first) || isOf(other.second);
    }
}
