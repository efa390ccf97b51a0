package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** What is to be scheduled: slots one after the other, tables, guests, wishes, and what was published before. */
public final class Problem {
    public static final int MOST_SLOTS = 62;

    private final int slots;
    private final int tables;
    private final List<Guest> guests;
    private final List<Wish> wishes;
    private final List<ClosedTable> closed;
    private final Published published;

    private final long[] allowed;
    private final int[] forced;
    private final int[] wasSlot;
    private final int[] wasTable;
    private final List<BitSet> closedAt;
    private final long[] open;
    private final int[] wishesOf;

    private record ClosedTable(int table, int from) {}

    private Problem(
            int slots,
            int tables,
            List<Guest> guests,
            List<Wish> wishes,
            List<ClosedTable> closed,
            Published published) {
        if (slots < 1 || slots > MOST_SLOTS) throw new IllegalArgumentException("1 to 62 slots");
        if (tables < 1) throw new IllegalArgumentException("a table at the least");
        this.slots = slots;
        this.tables = tables;
        this.guests = List.copyOf(guests);
        this.wishes = List.copyOf(wishes);
        this.closed = List.copyOf(closed);
        this.published = published;
        closedAt = closedAt();
        wasSlot = padded(published.slots());
        wasTable = padded(published.tables());
        allowed = new long[wishes.size()];
        forced = new int[wishes.size()];
        open = new long[guests.size()];
        wishesOf = new int[guests.size()];
        allow();
        countOpen();
    }

    /**
     * With all tables open and nothing published.
     *
     * @param slots 1 to 62
     * @param tables how many meetings may be held at once
     */
    public static Problem of(int slots, int tables, List<Guest> guests, List<Wish> wishes) {
        return new Problem(slots, tables, guests, wishes, List.of(), Published.NOTHING);
    }

    /** The same, with a table, from 0, that cannot be used from a slot on. */
    public Problem withoutTable(int table, int from) {
        var more = new ArrayList<>(closed);
        more.add(new ClosedTable(table, from));
        return new Problem(slots, tables, guests, wishes, more, published);
    }

    /**
     * The same, to be mended rather than made: keeps what it can of what was published. Wishes beyond the published ones
     * are new.
     */
    public Problem repairing(Published before) {
        return new Problem(slots, tables, guests, wishes, closed, before);
    }

    /** By wish; new wishes were not published anywhere. */
    private int[] padded(int[] byWish) {
        var padded = Arrays.copyOf(byWish, wishes.size());
        for (int w = byWish.length; w < padded.length; w++) padded[w] = Wish.NOWHERE;
        return padded;
    }

    private List<BitSet> closedAt() {
        var sets = Stream.generate(BitSet::new).limit(slots).toList();
        for (var table : closed)
            for (int s = Math.max(0, table.from()); s < slots; s++) sets.get(s).set(table.table());
        return sets;
    }

    private void allow() {
        Arrays.fill(forced, Wish.NOWHERE);
        for (int w = 0; w < allowed.length; w++) {
            var wish = wishes.get(w);
            allowed[w] = common(wish);
            if (wish.pinned() >= 0) {
                allowed[w] &= wish.pinned() < slots ? bit(wish.pinned()) : 0;
                if (allowed[w] != 0 || !isRepair()) forced[w] = wish.pinned();
            } else if (isRepair()) keep(w, published.changesFrom());
        }
        for (int s = 0; s < Math.min(slots, published.changesFrom()); s++) makeRoom(s);
    }

    /**
     * The same, were every wish to be held: each then leaves room for those before and after it.
     * A circle of orders leaves some wish no slot.
     */
    Problem withOrderObeyed() {
        var window = allowed.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int w = 0; w < window.length; w++)
                for (int earlier : wishes.get(w).after()) {
                    long later = window[w] & -2L << Long.numberOfTrailingZeros(window[earlier]);
                    long sooner = window[earlier] & (Long.highestOneBit(later) - 1);
                    if (later == window[w] && sooner == window[earlier]) continue;
                    window[w] = later;
                    window[earlier] = sooner;
                    changed = true;
                }
        }
        var obeying = new ArrayList<Wish>();
        for (int w = 0; w < window.length; w++) {
            var wish = wishes.get(w);
            obeying.add(new Wish(wish.first(), wish.second(), wish.weight(), window[w], wish.pinned(), wish.after()));
        }
        return new Problem(slots, tables, guests, obeying, closed, published);
    }

    /** Where both guests are there and the wish itself may be held, pins and what is published aside. */
    long common(Wish wish) {
        return wish.slots()
                & guests.get(wish.first()).slots()
                & guests.get(wish.second()).slots()
                & (1L << slots) - 1;
    }

    /** Before slots in which something may change, a published meeting stands and nothing else may. */
    private void keep(int wish, int changesFrom) {
        int was = published(wish);
        if (was >= 0 && was < changesFrom && (allowed[wish] & bit(was)) != 0) {
            allowed[wish] = bit(was);
            forced[wish] = was;
        } else allowed[wish] &= -1L << Math.min(63, changesFrom);
    }

    /** Where a table is lost at short notice and no other is free, the meeting that lost it has to be moved after all. */
    private void makeRoom(int s) {
        int standing = 0;
        for (int slot : forced) if (slot == s) standing++;
        for (int w = 0; w < forced.length && standing > room(s); w++) {
            int table = publishedTable(w);
            if (forced[w] != s || wishes.get(w).pinned() >= 0 || table < 0 || !isClosed(table, s)) continue;
            forced[w] = Wish.NOWHERE;
            allowed[w] = common(wishes.get(w)) & -1L << changesFrom();
            standing--;
        }
    }

    private void countOpen() {
        for (int w = 0; w < allowed.length; w++) {
            var wish = wishes.get(w);
            open[wish.first()] |= allowed[w];
            open[wish.second()] |= allowed[w];
            if (allowed[w] == 0) continue;
            wishesOf[wish.first()]++;
            wishesOf[wish.second()]++;
        }
    }

    private static long bit(int slot) {
        return 1L << slot;
    }

    public int slots() {
        return slots;
    }

    public int tables() {
        return tables;
    }

    public List<Guest> guests() {
        return guests;
    }

    public List<Wish> wishes() {
        return wishes;
    }

    /** How many meetings may be held at once in a slot. */
    int room(int slot) {
        return Math.max(0, tables - closedAt.get(slot).cardinality());
    }

    boolean isClosed(int table, int slot) {
        return closedAt.get(slot).get(table);
    }

    /** Where a wish may be held, all things considered; 0 where it can be held nowhere. */
    long allowed(int wish) {
        return allowed[wish];
    }

    /** The slot in which a wish must be held: pinned, or published for a slot that may not change any more; or -1. */
    int forced(int wish) {
        return forced[wish];
    }

    /** What the guest was promised and can get. */
    int promised(int guest) {
        return Math.min(guests.get(guest).promised(), Math.min(wishesOf[guest], slotsOf(guest)));
    }

    /** The slots in which the guest could meet somebody. */
    long openTo(int guest) {
        return open[guest];
    }

    int slotsOf(int guest) {
        return Long.bitCount(open[guest]);
    }

    int weight() {
        return wishes.stream().mapToInt(Wish::weight).sum();
    }

    boolean isRepair() {
        return published != Published.NOTHING;
    }

    int changesFrom() {
        return published.changesFrom();
    }

    int mostMoved() {
        return published.mostMoved();
    }

    /** The slot in which it was published, or -1. */
    int published(int wish) {
        return wasSlot[wish];
    }

    /** The table at which it was published, or -1. */
    int publishedTable(int wish) {
        return wasTable[wish];
    }

    /** Whether a published meeting that could stay would not. */
    boolean isMoved(int wish, int slot) {
        int was = published(wish);
        return was >= 0 && slot != was && (allowed[wish] & bit(was)) != 0;
    }
}
