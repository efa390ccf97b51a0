package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds what cannot be, by guest, slot and pair, before anything is searched. */
public final class Conflicts {
    private final Problem problem;
    private final List<Wish> wishes;
    private final List<Conflict> found = new ArrayList<>();

    private Conflicts(Problem problem) {
        this.problem = problem;
        wishes = problem.wishes();
    }

    /** What leaves no schedule at all: pins that contradict guests, tables, order or each other; order in a circle. */
    public static List<Conflict> of(Problem problem) {
        var conflicts = new Conflicts(problem);
        conflicts.pins();
        conflicts.pinsTogether();
        conflicts.circles();
        return conflicts.found;
    }

    /** What keeps a schedule from holding every wish and every promise. */
    public static List<Conflict> toHoldingAll(Problem problem) {
        var conflicts = new Conflicts(problem);
        for (int w = 0; w < conflicts.wishes.size(); w++)
            if (problem.allowed(w) == 0)
                conflicts.add(Conflict.Kind.NO_COMMON_SLOT, pair(conflicts.wishes.get(w)), List.of(w));
        for (int g = 0; g < problem.guests().size(); g++) conflicts.overbooked(g);
        conflicts.tables();
        conflicts.orders();
        for (int g = 0; g < problem.guests().size(); g++)
            if (problem.promised(g) < problem.guests().get(g).promised())
                conflicts.add(Conflict.Kind.PROMISED_TOO_MUCH, List.of(g), List.of());
        return conflicts.found;
    }

    private void add(Conflict.Kind kind, List<Integer> guests, List<Integer> concerned) {
        found.add(new Conflict(kind, guests, concerned, Wish.NOWHERE));
    }

    private static List<Integer> pair(Wish wish) {
        return List.of(wish.first(), wish.second());
    }

    private void pins() {
        for (int w = 0; w < wishes.size(); w++) {
            var wish = wishes.get(w);
            int pin = wish.pinned();
            if (pin < 0 || problem.forced(w) < 0) continue;
            if (pin >= problem.slots() || (wish.slots() >> pin & 1) == 0) {
                found.add(new Conflict(Conflict.Kind.PINNED_WHERE_FORBIDDEN, pair(wish), List.of(w), pin));
                continue;
            }
            for (int g : pair(wish))
                if ((problem.guests().get(g).slots() >> pin & 1) == 0)
                    found.add(new Conflict(Conflict.Kind.PINNED_WITHOUT_GUEST, List.of(g), List.of(w), pin));
        }
    }

    private void pinsTogether() {
        for (int s = 0; s < problem.slots(); s++) {
            int slot = s;
            var here = IntStream.range(0, wishes.size())
                    .filter(w -> problem.forced(w) == slot)
                    .boxed()
                    .toList();
            if (here.size() > problem.room(s))
                found.add(new Conflict(Conflict.Kind.PINNED_BEYOND_TABLES, List.of(), here, s));
            var guests = new int[problem.guests().size()];
            for (int w : here) for (int g : pair(wishes.get(w))) if (++guests[g] == 2) twice(g, here, s);
        }
        for (int w = 0; w < wishes.size(); w++)
            for (int earlier : wishes.get(w).after())
                if (problem.forced(w) >= 0 && problem.forced(earlier) >= problem.forced(w))
                    add(Conflict.Kind.PINNED_AGAINST_ORDER, List.of(), List.of(earlier, w));
    }

    private void twice(int guest, List<Integer> here, int s) {
        var both = here.stream().filter(w -> wishes.get(w).isOf(guest)).toList();
        found.add(new Conflict(Conflict.Kind.PINNED_TWICE, List.of(guest), both, s));
    }

    private void circles() {
        var done = new boolean[wishes.size()];
        for (int w = 0; w < wishes.size(); w++) if (!done[w] && circle(w, new LinkedHashSet<>(), done)) return;
    }

    /** Depth first; the first circle met is named. */
    private boolean circle(int w, Set<Integer> way, boolean[] done) {
        if (!way.add(w)) {
            var circle = new ArrayList<>(way);
            add(Conflict.Kind.ORDER_IN_CIRCLE, List.of(), circle.subList(circle.indexOf(w), circle.size()));
            return true;
        }
        if (!done[w]) for (int earlier : wishes.get(w).after()) if (circle(earlier, way, done)) return true;
        way.remove(w);
        done[w] = true;
        return false;
    }

    /**
     * A guest's meetings against the guest's slots, by augmenting paths; where one finds no slot, those it met on the
     * way have together too few (Hall, 1935).
     */
    private void overbooked(int guest) {
        var taker = new int[problem.slots()];
        Arrays.fill(taker, Wish.NOWHERE);
        for (int w = 0; w < wishes.size(); w++) {
            if (!wishes.get(w).isOf(guest) || problem.allowed(w) == 0) continue;
            var met = new LinkedHashSet<Integer>();
            if (augment(w, taker, new boolean[problem.slots()], met)) continue;
            add(
                    Conflict.Kind.GUEST_OVERBOOKED,
                    List.of(guest),
                    met.stream().sorted().toList());
            return;
        }
    }

    private boolean augment(int w, int[] taker, boolean[] seen, Set<Integer> met) {
        met.add(w);
        for (int s : Explanation.slotsIn(problem.allowed(w))) {
            if (seen[s]) continue;
            seen[s] = true;
            if (taker[s] >= 0 && !augment(taker[s], taker, seen, met)) continue;
            taker[s] = w;
            return true;
        }
        return false;
    }

    /** Meetings that share one set of slots, such as a session, against the tables of these slots. */
    private void tables() {
        var sets = IntStream.range(0, wishes.size())
                .mapToLong(problem::allowed)
                .distinct()
                .toArray();
        for (long set : sets) {
            var within = IntStream.range(0, wishes.size())
                    .filter(w -> problem.allowed(w) != 0 && (problem.allowed(w) & ~set) == 0)
                    .boxed()
                    .toList();
            int room = Explanation.slotsIn(set).stream().mapToInt(problem::room).sum();
            if (within.size() > room) {
                add(Conflict.Kind.TOO_FEW_TABLES, List.of(), within);
                return;
            }
        }
    }

    /** Orders that, with those before and after them, leave a meeting no slot. */
    private void orders() {
        var obeying = problem.withOrderObeyed();
        for (int w = 0; w < wishes.size(); w++) {
            if (problem.allowed(w) == 0 || obeying.allowed(w) != 0) continue;
            for (int earlier : wishes.get(w).after())
                if (problem.allowed(earlier) != 0)
                    add(Conflict.Kind.ORDER_LEAVES_NO_SLOT, List.of(), List.of(earlier, w));
        }
    }
}
