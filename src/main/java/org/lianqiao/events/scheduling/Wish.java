package org.lianqiao.events.scheduling;

import java.util.List;

/**
 * Two guests who are to meet.
 *
 * @param first a guest, from 0
 * @param second the other guest, from 0
 * @param weight how much it is worth to hold the meeting, at least 1
 * @param slots where it may be held, bit 0 for the first slot: what the session, both guests' availability, forbidden
 *     slots and a fixed or pinned slot leave over; 0 where it can be held nowhere
 * @param after wishes, by their index, that must be held in an earlier slot where both are held
 */
public record Wish(int first, int second, int weight, long slots, List<Integer> after) {
    public Wish {
        if (first == second) throw new IllegalArgumentException("nobody meets oneself");
        if (weight < 1) throw new IllegalArgumentException("a wish is worth something");
        after = List.copyOf(after);
    }

    public Wish(int first, int second, int weight, long slots) {
        this(first, second, weight, slots, List.of());
    }
}
