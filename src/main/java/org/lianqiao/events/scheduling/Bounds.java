package org.lianqiao.events.scheduling;

import java.util.Arrays;

/** What no schedule can do better, so that a good one can be proven good. */
final class Bounds {
    private static final int ROUNDS = 60;

    private final Problem problem;
    private final int[] first;
    private final int[] second;
    private final double[] weight;
    private final int[][] of;

    Bounds(Problem problem) {
        this.problem = problem;
        var possible = java.util.stream.IntStream.range(0, problem.wishes().size())
                .filter(w -> problem.allowed(w) != 0)
                .mapToObj(problem.wishes()::get)
                .toList();
        first = possible.stream().mapToInt(Wish::first).toArray();
        second = possible.stream().mapToInt(Wish::second).toArray();
        weight = possible.stream().mapToDouble(Wish::weight).toArray();
        of = new int[problem.guests().size()][];
        var count = new int[problem.guests().size()];
        for (int w = 0; w < first.length; w++) {
            count[first[w]]++;
            count[second[w]]++;
        }
        for (int g = 0; g < of.length; g++) of[g] = new int[count[g]];
        for (int w = 0; w < first.length; w++) {
            of[first[w]][--count[first[w]]] = w;
            of[second[w]][--count[second[w]]] = w;
        }
    }

    /**
     * The most weight that can be held: a b-matching in which a guest has at most as many meetings as slots, and all
     * together at most slots × tables; bounded by its linear relaxation's dual. Any prices of guests' time and of tables
     * give a bound; coordinate descent lowers it.
     */
    int weight() {
        var price = new double[problem.guests().size()];
        double table = 0;
        double best = dual(price, table);
        for (int round = 0; round < ROUNDS; round++) {
            table = atRank(reduced(price, 0), capacity());
            for (int g = 0; g < price.length; g++) {
                price[g] = 0;
                var left = new double[of[g].length];
                for (int i = 0; i < left.length; i++) {
                    int w = of[g][i];
                    left[i] = weight[w] - price[first[w]] - price[second[w]] - table;
                }
                price[g] = atRank(left, problem.slotsOf(g));
            }
            best = Math.min(best, dual(price, table));
        }
        return (int) Math.floor(best + 1e-6);
    }

    private int capacity() {
        int capacity = 0;
        for (int s = 0; s < problem.slots(); s++)
            capacity += Math.min(problem.room(s), problem.guests().size() / 2);
        return capacity;
    }

    private double[] reduced(double[] price, double table) {
        var left = new double[weight.length];
        for (int w = 0; w < left.length; w++) left[w] = weight[w] - price[first[w]] - price[second[w]] - table;
        return left;
    }

    private double dual(double[] price, double table) {
        double sum = table * capacity();
        for (int g = 0; g < price.length; g++) sum += price[g] * problem.slotsOf(g);
        for (double left : reduced(price, table)) sum += Math.max(0, left);
        return sum;
    }

    /** What is left for the first that does not fit: the dearest price at which {@code room} fill up. */
    private static double atRank(double[] values, int room) {
        if (values.length <= room) return 0;
        Arrays.sort(values);
        return Math.max(0, values[values.length - 1 - room]);
    }

    /** The fewest breaks of a schedule that holds everything: what each guest's day needs, were nobody else there. */
    int breaks() {
        int sum = 0;
        for (int g = 0; g < problem.guests().size(); g++) sum += new Day(g).breaks();
        return sum;
    }

    /**
     * One guest's day: slot by slot, how many breaks it takes at the least to have had so many meetings. By the end of a
     * slot a guest has had at least the meetings that can be held in no later one, and at most those that may be held so
     * early; in a slot with a forced meeting the guest is busy.
     */
    private final class Day {
        private static final int NEVER = 1000;

        private final int slots = problem.slots();
        private final long open;
        private final int meetings;
        private final int[] due = new int[slots];
        private final int[] ready = new int[slots];
        private long forced;

        Day(int guest) {
            open = problem.openTo(guest);
            int count = 0;
            for (int w = 0; w < problem.wishes().size(); w++) {
                long allowed = problem.allowed(w);
                if (!problem.wishes().get(w).isOf(guest) || allowed == 0) continue;
                count++;
                if (problem.forced(w) >= 0) forced |= allowed;
                for (int s = Long.numberOfTrailingZeros(allowed); s < slots; s++) ready[s]++;
                for (int s = 63 - Long.numberOfLeadingZeros(allowed); s < slots; s++) due[s]++;
            }
            meetings = count;
        }

        int breaks() {
            var free = filled();
            var busy = filled();
            free[0] = 0;
            for (int s = 0; s < slots; s++) {
                var nextFree = filled();
                var nextBusy = filled();
                for (int n = due[s]; n <= Math.min(ready[s], meetings); n++) {
                    if ((forced >> s & 1) == 0) nextFree[n] = Math.min(free[n], busy[n]);
                    if ((open >> s & 1) != 0 && n > 0)
                        nextBusy[n] = Math.min(busy[n - 1], free[n - 1] + (n > 1 ? 1 : 0));
                }
                free = nextFree;
                busy = nextBusy;
            }
            int fewest = Math.min(free[meetings], busy[meetings]);
            return fewest < NEVER ? fewest : 0;
        }

        private int[] filled() {
            var filled = new int[meetings + 1];
            Arrays.fill(filled, NEVER);
            return filled;
        }
    }
}
