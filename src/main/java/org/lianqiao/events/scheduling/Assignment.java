package org.lianqiao.events.scheduling;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which wish is held in which slot, and the ways from one feasible assignment to another. Nobody is ever in two meetings
 * at once, no slot ever has more meetings than tables, and no meeting ever stands where it may not: only what may be
 * traded (order, promises, weight, moved meetings, breaks) has a price.
 *
 * <p>Meetings of two slots form paths and cycles, since a guest has at most one in each: a Kempe chain. Exchanging the
 * slots along a chain keeps everybody single-booked, and changes the day of only the two guests at a path's ends.
 */
final class Assignment {
    static final int UNHELD = Wish.NOWHERE;

    final Problem problem;
    final int wishes;
    final int slots;
    final int[] first;
    final int[] second;
    final long[] allowed;
    final int[][] before;
    final int[][] after;
    /** The wishes that are to be held before or after another. */
    final int[] ordered;
    /** The slot of each wish, or {@link #UNHELD}. */
    final int[] slot;
    /** The slots in which a guest has a meeting, as bits. */
    final long[] busy;
    /** The wish that a guest has in a slot, or -1: at guest × slots + slot. */
    final int[] at;

    final int[] load;
    final int[] room;
    /** The wishes that are not held, in no order, and where each stands among them. */
    final int[] open;

    final int[] openAt;
    int openCount;

    private final int[] met;
    private int round;
    private final int[] weight;
    private final int cap;

    /** What the guests' days add up to: {@link #MISSING}, {@link #EXCESS} and breaks side by side in one number. */
    long days;
    /** The weight of the wishes that are not held. */
    int lost;
    /** How many pairs of held meetings stand against the order asked of them. */
    int disorder;
    /** How many published meetings do not stand where they could stand. */
    int moved;

    static final int EXCESS = 20;
    static final int MISSING = 40;
    private static final long MASK = (1L << 20) - 1;

    Assignment(Problem problem, int cap) {
        this.problem = problem;
        this.cap = cap;
        weight = problem.wishes().stream().mapToInt(Wish::weight).toArray();
        wishes = problem.wishes().size();
        slots = problem.slots();
        first = problem.wishes().stream().mapToInt(Wish::first).toArray();
        second = problem.wishes().stream().mapToInt(Wish::second).toArray();
        allowed = new long[wishes];
        for (int w = 0; w < wishes; w++) allowed[w] = problem.allowed(w);
        before = problem.wishes().stream()
                .map(w -> w.after().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        after = inverse(before);
        ordered = IntStream.range(0, wishes)
                .filter(w -> before[w].length + after[w].length > 0)
                .toArray();
        slot = new int[wishes];
        Arrays.fill(slot, UNHELD);
        busy = new long[problem.guests().size()];
        at = new int[problem.guests().size() * slots];
        Arrays.fill(at, UNHELD);
        load = new int[slots];
        room = new int[slots];
        for (int s = 0; s < slots; s++) room[s] = problem.room(s);
        open = new int[wishes];
        openAt = new int[wishes];
        met = new int[wishes];
        for (int w = 0; w < wishes; w++) {
            if (allowed[w] != 0) addOpen(w);
            lost += weight[w];
            if (problem.isMoved(w, UNHELD)) moved++;
        }
        for (int g = 0; g < busy.length; g++) days += day(g, 0);
        for (int w = 0; w < wishes; w++) if (isForced(w)) hold(w, problem.forced(w));
    }

    /** A guest's day, so that days can be added: missing meetings, breaks beyond the cap, breaks. */
    long day(int guest, long slots) {
        int breaks = breaks(slots);
        long day = breaks;
        if (breaks > cap) day += (long) (breaks - cap) << EXCESS;
        int missing = problem.promised(guest) - Long.bitCount(slots);
        return missing > 0 ? day + ((long) missing << MISSING) : day;
    }

    int missing() {
        return (int) (days >>> MISSING);
    }

    int excess() {
        return (int) (days >>> EXCESS & MASK);
    }

    int breaks() {
        return (int) (days & MASK);
    }

    private static int[][] inverse(int[][] lists) {
        var counts = new int[lists.length];
        for (var list : lists) for (int w : list) counts[w]++;
        var inverse = new int[lists.length][];
        for (int w = 0; w < lists.length; w++) inverse[w] = new int[counts[w]];
        for (int w = 0; w < lists.length; w++) for (int v : lists[w]) inverse[v][--counts[v]] = w;
        return inverse;
    }

    /** Whether it must stay where it is. */
    boolean isForced(int wish) {
        return problem.forced(wish) >= 0;
    }

    int meetingOf(int guest, int slot) {
        return at[guest * slots + slot];
    }

    /** Whether it could be held there now, without touching another meeting. */
    boolean isFree(int wish, int s) {
        long bit = 1L << s;
        return (allowed[wish] & ~busy[first[wish]] & ~busy[second[wish]] & bit) != 0 && load[s] < room[s];
    }

    void hold(int wish, int s) {
        removeOpen(wish);
        forget(wish);
        place(wish, s);
        count(wish);
        lost -= weight[wish];
        disorder += disorder(wish, s);
        moved -= unmoving(wish, s);
    }

    void release(int wish) {
        int s = slot[wish];
        forget(wish);
        lift(wish);
        count(wish);
        slot[wish] = UNHELD;
        addOpen(wish);
        lost += weight[wish];
        disorder -= disorder(wish, s);
        moved += unmoving(wish, s);
    }

    private void forget(int wish) {
        days -= day(first[wish], busy[first[wish]]) + day(second[wish], busy[second[wish]]);
    }

    private void count(int wish) {
        days += day(first[wish], busy[first[wish]]) + day(second[wish], busy[second[wish]]);
    }

    /** How many held meetings stand on the wrong side of this one, were it at {@code s}. */
    int disorder(int wish, int s) {
        int wrong = 0;
        for (int earlier : before[wish]) if (slot[earlier] != UNHELD && slot[earlier] >= s) wrong++;
        for (int later : after[wish]) if (slot[later] != UNHELD && slot[later] <= s) wrong++;
        return wrong;
    }

    /**
     * The same of the meetings of this round's chains, each pair once.
     */
    int disorder(Chain chain) {
        int wrong = 0;
        for (int i = 0; i < chain.length; i++) {
            int w = chain.wish[i];
            for (int earlier : before[w]) if (slot[earlier] != UNHELD && slot[earlier] >= slot[w]) wrong++;
            for (int later : after[w])
                if (met[later] != round && slot[later] != UNHELD && slot[later] <= slot[w]) wrong++;
        }
        return wrong;
    }

    /**
     * Walks the chain through {@code wish} between its slot and {@code t}, without changing anything. The chain's
     * marks stand until the next round begins.
     *
     * @return whether every meeting of it may stand in the other slot
     */
    boolean walk(int wish, int t, Chain chain) {
        int s = slot[wish];
        chain.begin(s, t);
        if ((allowed[wish] >> t & 1) == 0) return false;
        met[wish] = round;
        chain.add(wish, true);
        chain.end0 = arm(first[wish], t, s, t, chain);
        if (chain.end0 == Chain.CYCLE) return true;
        if (chain.end0 == Chain.BLOCKED) return false;
        chain.end1 = arm(second[wish], t, s, t, chain);
        return chain.end1 != Chain.BLOCKED;
    }

    /** From a guest along alternating slots; gives the guest at whom the path ends. */
    private int arm(int from, int firstSlot, int s, int t, Chain chain) {
        int guest = from;
        int in = firstSlot;
        while (true) {
            int next = at[guest * slots + in];
            if (next == UNHELD) return guest;
            if (met[next] == round) return Chain.CYCLE;
            int out = in == t ? s : t;
            if ((allowed[next] >> out & 1) == 0) return Chain.BLOCKED;
            met[next] = round;
            chain.add(next, in == s);
            guest = first[next] == guest ? second[next] : first[next];
            in = out;
        }
    }

    /** Begins a new round of marks: chains walked within one round do not share a meeting if one asks first. */
    void newRound() {
        round++;
    }

    boolean isMarked(int wish) {
        return met[wish] == round;
    }

    /** Exchanges the two slots along a chain. */
    void flip(Chain chain) {
        long both = 1L << chain.s | 1L << chain.t;
        exchange(chain.end0, both);
        exchange(chain.end1, both);
        if (problem.isRepair()) moved += moving(chain);
        for (int i = 0; i < chain.length; i++) lift(chain.wish[i]);
        for (int i = 0; i < chain.length; i++) {
            int w = chain.wish[i];
            place(w, slot[w] == chain.s ? chain.t : chain.s);
        }
    }

    private void exchange(int guest, long both) {
        if (guest >= 0) days += day(guest, busy[guest] ^ both) - day(guest, busy[guest]);
    }

    /** How many more published meetings would stand elsewhere, were the chain's slots exchanged. */
    int moving(Chain chain) {
        int more = 0;
        for (int i = 0; i < chain.length; i++) {
            int w = chain.wish[i];
            int published = problem.published(w);
            if (published == UNHELD) continue;
            int next = slot[w] == chain.s ? chain.t : chain.s;
            if (published == slot[w]) more++;
            else if (published == next) more--;
        }
        return more;
    }

    /** How many published meetings fewer would stand elsewhere, were this one held there: 0 or 1. */
    int unmoving(int wish, int s) {
        return problem.isMoved(wish, UNHELD) && !problem.isMoved(wish, s) ? 1 : 0;
    }

    private void place(int wish, int s) {
        slot[wish] = s;
        long bit = 1L << s;
        busy[first[wish]] |= bit;
        busy[second[wish]] |= bit;
        at[first[wish] * slots + s] = wish;
        at[second[wish] * slots + s] = wish;
        load[s]++;
    }

    private void lift(int wish) {
        int s = slot[wish];
        long bit = 1L << s;
        busy[first[wish]] &= ~bit;
        busy[second[wish]] &= ~bit;
        at[first[wish] * slots + s] = UNHELD;
        at[second[wish] * slots + s] = UNHELD;
        load[s]--;
    }

    private void addOpen(int wish) {
        openAt[wish] = openCount;
        open[openCount++] = wish;
    }

    private void removeOpen(int wish) {
        int last = open[--openCount];
        open[openAt[wish]] = last;
        openAt[last] = openAt[wish];
    }

    /** Gaps between the meetings of a guest with these slots. */
    static int breaks(long slots) {
        return slots == 0 ? 0 : Long.bitCount(slots & ~(slots << 1)) - 1;
    }
}
