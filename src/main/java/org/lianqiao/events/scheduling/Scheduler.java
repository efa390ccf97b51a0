package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes schedules: searches until time or moves run out, somebody stops it, or what it has is proven best. */
public final class Scheduler {
    private final Problem problem;
    private final Bounds bounds;

    public Scheduler(Problem problem) {
        this.problem = problem;
        bounds = new Bounds(problem);
    }

    public Schedule solve(Effort effort) {
        return solve(effort, value -> {}, () -> false);
    }

    /**
     * @param told each better value as it is found, from any thread
     * @param stopped asked a few thousand times a second; what is best so far is given back
     */
    public Schedule solve(Effort effort, Consumer<Value> told, BooleanSupplier stopped) {
        int weightBound = bounds.weight();
        int all = problem.wishes().stream().mapToInt(Wish::weight).sum();
        int breaksBound = bounds.breaks();
        var best = new Best(problem, effort.breaksCap(), told);
        var done = new AtomicBoolean();
        long end = System.nanoTime() + (long) (Math.min(effort.seconds(), 1e6) * 1e9);
        var threads = new ArrayList<Thread>();
        var searches = new ArrayList<Annealing>();
        for (int i = 0; i < effort.threads(); i++) {
            var search = new Annealing(problem, effort.breaksCap(), effort.seed() + i, i);
            searches.add(search);
            var thread = new Thread(
                    () -> {
                        while (!done.get() && search.moves < effort.moves()) {
                            search.burst(best);
                            if (System.nanoTime() > end
                                    || stopped.getAsBoolean()
                                    || schedule(best, weightBound, all, breaksBound, 0).isProvenBest()) done.set(true);
                        }
                    },
                    "scheduler-" + i);
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) join(thread);
        return seated(best, weightBound, all, breaksBound, searches.stream().mapToLong(s -> s.moves).sum());
    }

    private Schedule schedule(Best best, int weightBound, int all, int breaksBound, long moves) {
        var value = best.value();
        return new Schedule(
                new int[0], new int[0], value, weightBound, value.weight() == all ? breaksBound : 0, moves);
    }

    private Schedule seated(Best best, int weightBound, int all, int breaksBound, long moves) {
        var slots = best.slots();
        var tables = Tables.assign(problem, slots);
        var v = best.value();
        var value = new Value(
                v.missing(), v.weight(), v.moved(), v.excess(), v.breaks(), Tables.changes(problem, slots, tables));
        return new Schedule(slots, tables, value, weightBound, v.weight() == all ? breaksBound : 0, moves);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
