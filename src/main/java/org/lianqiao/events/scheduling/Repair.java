package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens on the day, and the problem that follows from it. Meetings that have begun and those of the next slot
 * stay as they are; of the later ones as few as can be are moved, at most two for each thing that happened.
 */
public final class Repair {
    private static final int MOVED_FOR_EACH = 2;

    private final Problem problem;
    private final Schedule published;
    private final int nextSlot;
    private final List<Guest> guests;
    private final List<Wish> wishes;
    private final List<Integer> lostTables = new ArrayList<>();
    private int happened;

    private Repair(Problem problem, Schedule published, int nextSlot) {
        this.problem = problem;
        this.published = published;
        this.nextSlot = nextSlot;
        guests = new ArrayList<>(problem.guests());
        wishes = new ArrayList<>(problem.wishes());
    }

    /** @param nextSlot the next slot to begin, from 0 */
    public static Repair of(Problem problem, Schedule published, int nextSlot) {
        return new Repair(problem, published, nextSlot);
    }

    /** The guest does not come, or has left: from the next slot on. */
    public Repair absent(int guest) {
        return late(guest, problem.slots());
    }

    /** The guest is not there before a slot. */
    public Repair late(int guest, int from) {
        long away = bits(from) & ~bits(nextSlot);
        var was = guests.get(guest);
        guests.set(guest, new Guest(was.slots() & ~away, was.promised()));
        happened++;
        return this;
    }

    /** A guest nobody expected, with wishes of its own; their place is {@code problem().guests().size() - 1} then. */
    public Repair walkIn(Guest guest, List<Wish> wished) {
        guests.add(guest);
        wishes.addAll(wished);
        happened++;
        return this;
    }

    /** A guest is there after all, with wishes that the problem has already, behind the published ones. */
    public Repair joined() {
        happened++;
        return this;
    }

    /** The table, from 0, cannot be used any more. */
    public Repair withoutTable(int table) {
        lostTables.add(table);
        return this;
    }

    /** The problem to solve. */
    public Problem problem() {
        var changed = Problem.of(problem.slots(), problem.tables(), guests, wishes);
        for (int table : lostTables) changed = changed.withoutTable(table, nextSlot);
        int moved = MOVED_FOR_EACH * (happened + displaced(changed));
        return changed.repairing(new Published(published.slots(), published.tables(), nextSlot + 1, moved));
    }

    /** Meetings that stand in slots with too few tables left. */
    private int displaced(Problem changed) {
        var standing = new int[problem.slots()];
        for (int slot : published.slots()) if (slot >= nextSlot) standing[slot]++;
        int displaced = 0;
        for (int s = nextSlot; s < standing.length; s++) displaced += Math.max(0, standing[s] - changed.room(s));
        return displaced;
    }

    /** The slots before this one. */
    private static long bits(int before) {
        return (1L << before) - 1;
    }
}
