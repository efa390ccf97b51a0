package org.lianqiao.events.scheduling;

import java.util.stream.IntStream;

/**
 * An assignment that wanders at a temperature (Metropolis and others, 1953): by Kempe chains, insertions and ejections
 * from one feasible assignment to the next, always when that is no worse, else with probability exp(-price /
 * temperature). Prices are in breaks; only their order matters in the end, {@link Value} decides what is kept.
 */
final class Walk {
    private static final double WEIGHT = 4;

    /** What a promised meeting is worth, in the heaviest wishes: two of them may have to go for it. */
    private static final double MISSING = 2.5;

    private static final double DISORDER = 1;
    private static final double DEARER = 1.05;
    private static final double CHEAPER = 0.9;
    private static final double MOVED = 3;
    private static final double EXCESS = 3;
    private static final int STEP = 2048;

    private final Problem problem;
    private final Assignment now;
    private final Best best;
    private final Chain chain;
    private final Chain second;
    private final int[] weight;
    private final double missing;
    private final int guests;
    private final int mostMoved;
    private final boolean lockstep;
    private long random;
    private double temperature;
    /** The price of a pair against its order: rises while there is one, so that no walk rests where order is broken. */
    private double disorder = DISORDER;

    /** @param best to which it offers what is good on its way */
    Walk(Problem problem, Assignment begin, Best best, long seed) {
        this.problem = problem;
        this.best = best;
        now = begin;
        guests = problem.guests().size();
        mostMoved = Math.max(problem.mostMoved(), now.moved);
        chain = new Chain(now.wishes);
        second = new Chain(now.wishes);
        weight = problem.wishes().stream().mapToInt(Wish::weight).toArray();
        missing = MISSING * WEIGHT * Math.max(4, IntStream.of(weight).max().orElse(0));
        lockstep = now.ordered.length > 0;
        random = (seed + 1) * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < 8; i++) step();
    }

    /** Some thousand moves at one temperature; gives their number. */
    int burst(double temperature) {
        this.temperature = temperature;
        for (int i = 0; i < STEP; i++) {
            if (now.openCount > 0 && random(3) == 0) insert();
            else if (now.disorder > 0 && random(4) == 0) mend();
            else if (random(2) == 0) shift();
            else exchange();
            if ((i & 15) == 0) best.offer(now);
        }
        disorder = now.disorder > 0 ? Math.min(3 * WEIGHT, disorder * DEARER) : Math.max(DISORDER, disorder * CHEAPER);
        return STEP;
    }

    /** Moves a meeting to any other slot. */
    private void exchange() {
        int wish = somebodyWithBreaks();
        if (wish < 0 || now.slots < 2) return;
        int t = random(now.slots - 1);
        if (t >= now.slot[wish]) t++;
        exchange(wish, t);
    }

    /** Moves a meeting at the edge of a run of a guest's meetings to the edge of a run, so that this guest loses nothing. */
    private void shift() {
        int guest = random(guests);
        for (int tries = 0; tries < 3 && Assignment.breaks(now.busy[guest]) == 0; tries++) guest = random(guests);
        long busy = now.busy[guest];
        if (busy == 0) return;
        int s = anySlot(busy & ~(busy << 1 & busy >>> 1));
        long rest = busy & ~(1L << s);
        long beside = rest == 0 ? -1L : rest << 1 | rest >>> 1;
        int t = anySlot(beside & ~busy & (1L << now.slots) - 1);
        if (t >= 0) exchange(now.meetingOf(guest, s), t);
    }

    /** Moves a meeting to another slot, and along its chain whatever stands in the way. */
    private void exchange(int wish, int t) {
        int s = now.slot[wish];
        if ((now.allowed[wish] >> t & 1) == 0) return;
        now.newRound();
        if (!now.walk(wish, t, chain)) return;
        second.length = 0;
        if (isFull(s, t, chain.surplus) && !balance(s, t)) return;
        long both = 1L << s | 1L << t;
        double price = price(chain.end0, both) + price(chain.end1, both);
        if (second.length > 0) price += price(second.end0, both) + price(second.end1, both);
        if (problem.isRepair()) {
            int moving = now.moving(chain) + now.moving(second);
            if (now.moved + moving > mostMoved) return;
            price += MOVED * moving;
        }
        if (!lockstep) {
            if (isTaken(price)) flip();
            return;
        }
        int wrong = wrong();
        flip();
        int more = wrong() - wrong;
        if (isTaken(price + disorder * more)) now.disorder += more;
        else flip();
    }

    /** How many pairs stand against their order, of those in the chains. */
    private int wrong() {
        return now.disorder(chain) + now.disorder(second);
    }

    private void flip() {
        now.flip(chain);
        if (second.length > 0) now.flip(second);
    }

    /** A meeting; rather one of guests who wait between theirs. */
    private int somebodyWithBreaks() {
        int wish = random(now.wishes);
        if (random(4) == 0) return now.slot[wish] == Assignment.UNHELD ? -1 : wish;
        for (int tries = 0; tries < 6; tries++) {
            if (now.slot[wish] != Assignment.UNHELD
                    && (Assignment.breaks(now.busy[now.first[wish]]) > 0
                            || Assignment.breaks(now.busy[now.second[wish]]) > 0)) return wish;
            wish = random(now.wishes);
        }
        return now.slot[wish] == Assignment.UNHELD ? -1 : wish;
    }

    private boolean isFull(int s, int t, int surplus) {
        return now.load[t] + surplus > now.room[t] || now.load[s] - surplus > now.room[s];
    }

    /** Finds a second chain that takes as many meetings back. */
    private boolean balance(int s, int t) {
        int from = chain.surplus > 0 ? t : s;
        int to = chain.surplus > 0 ? s : t;
        for (int tries = 0; tries < 8; tries++) {
            int wish = now.meetingOf(random(guests), from);
            if (wish == Assignment.UNHELD || now.isMarked(wish)) continue;
            if (!now.walk(wish, to, second)) {
                second.length = 0;
                return false;
            }
            int back = from == t ? -second.surplus : second.surplus;
            boolean apart = !second.endsAt(chain.end0) && !second.endsAt(chain.end1);
            if (apart && !isFull(s, t, chain.surplus + back)) return true;
            second.length = 0;
            return false;
        }
        return false;
    }

    /** Holds a wish that is not held: where it is free, else by sending others away. */
    private void insert() {
        int wish = now.open[random(now.openCount)];
        int free = freeSlot(wish);
        if (free >= 0 && random(8) != 0) {
            double price = insertionPrice(wish, free);
            if (isTaken(price)) now.hold(wish, free);
        } else eject(wish);
    }

    private int freeSlot(int wish) {
        long candidates = now.allowed[wish] & ~now.busy[now.first[wish]] & ~now.busy[now.second[wish]];
        int found = -1;
        int seen = 0;
        for (long rest = candidates; rest != 0; rest &= rest - 1) {
            int s = Long.numberOfTrailingZeros(rest);
            if (now.load[s] < now.room[s] && random(++seen) == 0) found = s;
        }
        return found;
    }

    private double insertionPrice(int wish, int s) {
        int a = now.first[wish];
        int b = now.second[wish];
        long bit = 1L << s;
        double price =
                day(a, now.busy[a] | bit) - day(a, now.busy[a]) + day(b, now.busy[b] | bit) - day(b, now.busy[b]);
        price -= WEIGHT * weight[wish];
        if (problem.isRepair()) price += published(wish, s) - published(wish, Assignment.UNHELD);
        if (lockstep) price += disorder * now.disorder(wish, s);
        return price;
    }

    /** Holds it in place of whoever is in the way: each guest's other meeting there, or one meeting where tables lack. */
    private void eject(int wish) {
        int t = anySlot(now.allowed[wish]);
        if (t < 0) return;
        int x = now.meetingOf(now.first[wish], t);
        int y = now.meetingOf(now.second[wish], t);
        if (x >= 0 && now.isForced(x) || y >= 0 && now.isForced(y)) return;
        if (x == y) y = Assignment.UNHELD;
        double price = releasePrice(x);
        price += releasePrice(y);
        int z = now.load[t] < now.room[t] ? Assignment.UNHELD : anybodyAt(t);
        price += releasePrice(z);
        if (mayHold(wish, t) && isTaken(price + insertionPrice(wish, t))) now.hold(wish, t);
        else {
            if (z >= 0) now.hold(z, t);
            if (y >= 0) now.hold(y, t);
            if (x >= 0) now.hold(x, t);
        }
    }

    /** Moves a meeting that stands against its order to where it would not; now and then gives it up. */
    private void mend() {
        int wish = now.ordered[random(now.ordered.length)];
        for (int tries = 0; tries < 10 && !isWrong(wish); tries++) wish = now.ordered[random(now.ordered.length)];
        if (!isWrong(wish)) return;
        if (random(4) == 0) {
            giveUp(wish);
            return;
        }
        int t = anySlot(now.allowed[wish]);
        for (int tries = 0; tries < 5 && now.disorder(wish, t) > 0; tries++) t = anySlot(now.allowed[wish]);
        if (t != now.slot[wish]) exchange(wish, t);
    }

    private void giveUp(int wish) {
        int s = now.slot[wish];
        if (now.isForced(wish) || now.moved + now.unmoving(wish, s) > mostMoved) return;
        double price = releasePrice(wish);
        if (!isTaken(price)) now.hold(wish, s);
    }

    private boolean isWrong(int wish) {
        return now.slot[wish] != Assignment.UNHELD && now.disorder(wish, now.slot[wish]) > 0;
    }

    private boolean mayHold(int wish, int t) {
        return now.isFree(wish, t) && now.moved - now.unmoving(wish, t) <= mostMoved;
    }

    private int anybodyAt(int t) {
        for (int tries = 0; tries < 20; tries++) {
            int wish = now.meetingOf(random(guests), t);
            if (wish >= 0 && !now.isForced(wish)) return wish;
        }
        return Assignment.UNHELD;
    }

    /** Takes it out at once, and says what that costs. */
    private double releasePrice(int wish) {
        if (wish < 0) return 0;
        int s = now.slot[wish];
        now.release(wish);
        return -insertionPrice(wish, s);
    }

    private int anySlot(long among) {
        int found = -1;
        int seen = 0;
        for (long rest = among; rest != 0; rest &= rest - 1)
            if (random(++seen) == 0) found = Long.numberOfTrailingZeros(rest);
        return found;
    }

    private double published(int wish, int s) {
        int published = problem.published(wish);
        return published >= 0 && published != s ? MOVED : 0;
    }

    /** What it costs a path's end that its two slots change places. */
    private double price(int guest, long both) {
        if (guest < 0) return 0;
        return day(guest, now.busy[guest] ^ both) - day(guest, now.busy[guest]);
    }

    private double day(int guest, long slots) {
        long day = now.day(guest, slots);
        return (day & 0xFFFFF)
                + EXCESS * (day >>> Assignment.EXCESS & 0xFFFFF)
                + missing * (day >>> Assignment.MISSING);
    }

    /** What the assignment costs, in the prices of this search. */
    double energy() {
        double energy = now.breaks() + EXCESS * now.excess() + missing * now.missing() + WEIGHT * now.lost;
        if (problem.isRepair()) energy += MOVED * now.moved;
        return lockstep ? energy + disorder * now.disorder : energy;
    }

    private boolean isTaken(double price) {
        return price <= 0 || random() < Math.exp(-price / temperature);
    }

    private int random(int below) {
        step();
        return (int) ((random >>> 33) * below >>> 31);
    }

    private double random() {
        step();
        return (random >>> 11) * 0x1.0p-53;
    }

    /** xorshift64 (Marsaglia, 2003). */
    private void step() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
    }
}
