package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says why a schedule does not hold a wish. */
public final class Explanation {
    private final Problem problem;
    private final int[][] at;
    private final List<List<Integer>> standing = new ArrayList<>();

    private Explanation(Problem problem, int[] slots) {
        this.problem = problem;
        at = new int[problem.guests().size()][problem.slots()];
        for (var day : at) java.util.Arrays.fill(day, Wish.NOWHERE);
        for (int s = 0; s < problem.slots(); s++) standing.add(new ArrayList<>());
        for (int w = 0; w < slots.length; w++)
            if (slots[w] >= 0) {
                at[problem.wishes().get(w).first()][slots[w]] = w;
                at[problem.wishes().get(w).second()][slots[w]] = w;
                standing.get(slots[w]).add(w);
            }
    }

    /** Every wish that is not held, in the order of wishes. */
    public static List<Unheld> of(Problem problem, Schedule schedule) {
        var explanation = new Explanation(problem, schedule.slots());
        return IntStream.range(0, problem.wishes().size())
                .filter(w -> schedule.slots()[w] < 0)
                .mapToObj(explanation::unheld)
                .toList();
    }

    private Unheld unheld(int w) {
        var wish = problem.wishes().get(w);
        var allowed = slotsIn(problem.allowed(w));
        if (allowed.isEmpty()) {
            boolean once = problem.common(wish) != 0;
            return new Unheld(w, once ? Unheld.Cause.TOO_LATE : Unheld.Cause.NO_COMMON_SLOT, pair(wish), List.of());
        }
        var instead = allowed.stream()
                .map(s -> inTheWay(wish, s))
                .min(Comparator.comparingInt(this::weight).thenComparingInt(List::size))
                .orElseThrow();
        var full = pair(wish).stream()
                .filter(g -> allowed.stream().noneMatch(s -> at[g][s] < 0))
                .toList();
        if (!full.isEmpty()) return new Unheld(w, Unheld.Cause.GUEST_FULL, full, instead);
        var together = allowed.stream()
                .filter(s -> at[wish.first()][s] < 0 && at[wish.second()][s] < 0)
                .toList();
        if (together.isEmpty()) return new Unheld(w, Unheld.Cause.TIMES_DIFFER, pair(wish), instead);
        boolean table = together.stream().anyMatch(s -> standing.get(s).size() < problem.room(s));
        return new Unheld(w, table ? Unheld.Cause.ORDER : Unheld.Cause.NO_TABLE, pair(wish), instead);
    }

    private static List<Integer> pair(Wish wish) {
        return List.of(wish.first(), wish.second());
    }

    /** What would have to go, were the wish held in a slot: the guests' other meetings, or the lightest at any table. */
    private List<Integer> inTheWay(Wish wish, int s) {
        var others = pair(wish).stream().map(g -> at[g][s]).filter(w -> w >= 0).toList();
        if (!others.isEmpty() || standing.get(s).size() < problem.room(s)) return others;
        return standing.get(s).stream()
                .min(Comparator.comparingInt(w -> problem.wishes().get(w).weight()))
                .map(List::of)
                .orElse(List.of());
    }

    private int weight(List<Integer> wishes) {
        return wishes.stream().mapToInt(w -> problem.wishes().get(w).weight()).sum();
    }

    static List<Integer> slotsIn(long bits) {
        return IntStream.range(0, Long.SIZE)
                .filter(s -> (bits >>> s & 1) != 0)
                .boxed()
                .toList();
    }
}
