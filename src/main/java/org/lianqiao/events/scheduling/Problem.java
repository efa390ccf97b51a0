package org.lianqiao.events.scheduling;

import java.util.Arrays;
import java.util.List;

/** What is to be scheduled: guests, slots one after the other, tables, wishes, and what was published before. */
public final class Problem {
    public static final int MOST_SLOTS = 62;

    private final int guests;
    private final int slots;
    private final int tables;
    private final List<Wish> wishes;
    private final int[] minimums;
    private final int[] published;
    private final long[] open;
    private final int[] wishesOf;

    /**
     * @param slots 1 to 62
     * @param tables how many meetings may be held at once
     * @param minimums how many meetings each guest was promised, by guest
     * @param published the slot in which each wish is published, from 0, or -1; empty where nothing is published. A
     *     repair keeps what it can of it
     */
    public Problem(int guests, int slots, int tables, List<Wish> wishes, int[] minimums, int[] published) {
        if (slots < 1 || slots > MOST_SLOTS) throw new IllegalArgumentException("1 to 62 slots");
        if (tables < 1) throw new IllegalArgumentException("a table at the least");
        if (minimums.length != guests) throw new IllegalArgumentException("a minimum for each guest");
        if (published.length != 0 && published.length != wishes.size())
            throw new IllegalArgumentException("a published slot for each wish, or none at all");
        this.guests = guests;
        this.slots = slots;
        this.tables = tables;
        this.wishes = List.copyOf(wishes);
        this.minimums = minimums.clone();
        this.published = published.clone();
        open = new long[guests];
        wishesOf = new int[guests];
        for (var wish : wishes) {
            open[wish.first()] |= wish.slots();
            open[wish.second()] |= wish.slots();
            if (wish.slots() == 0) continue;
            wishesOf[wish.first()]++;
            wishesOf[wish.second()]++;
        }
    }

    /** With nothing published; each guest who can is to get at least so many meetings. */
    public static Problem of(int guests, int slots, int tables, List<Wish> wishes, int minimum) {
        var minimums = new int[guests];
        Arrays.fill(minimums, minimum);
        return new Problem(guests, slots, tables, wishes, minimums, new int[0]);
    }

    public int guests() {
        return guests;
    }

    public int slots() {
        return slots;
    }

    public int tables() {
        return tables;
    }

    public List<Wish> wishes() {
        return wishes;
    }

    /** What the guest was promised and can get. */
    int promised(int guest) {
        return Math.min(minimums[guest], Math.min(wishesOf[guest], slotsOf(guest)));
    }

    /** The slots in which the guest could meet somebody. */
    long openTo(int guest) {
        return open[guest];
    }

    int slotsOf(int guest) {
        return Long.bitCount(open[guest]);
    }

    boolean isRepair() {
        return published.length > 0;
    }

    /** The slot in which it was published, or -1. */
    int published(int wish) {
        return isRepair() ? published[wish] : Assignment.UNHELD;
    }

    /** Whether a published meeting that could stay would not. */
    boolean isMoved(int wish, int slot) {
        int was = published(wish);
        return was >= 0 && slot != was && (wishes.get(wish).slots() & 1L << was) != 0;
    }
}
