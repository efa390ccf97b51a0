package org.lianqiao.events.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes schedules: searches until time or moves run out, somebody stops it, or what it has is proven best. */
public final class Scheduler {
    private final Problem problem;
    private final Bounds bounds;

    /** @throws Impossible where what is pinned leaves no schedule at all */
    public Scheduler(Problem problem) {
        var conflicts = Conflicts.of(problem);
        if (!conflicts.isEmpty()) throw new Impossible(conflicts);
        this.problem = problem;
        bounds = new Bounds(problem);
    }

    public Schedule solve(Effort effort) {
        return solve(effort, value -> {}, () -> false);
    }

    /**
     * @param told each better value as it is found, from any thread, one at a time
     * @param stopped asked a few thousand times a second; what is best so far is given back
     */
    public Schedule solve(Effort effort, Consumer<Value> told, BooleanSupplier stopped) {
        var run = new Run(problem, bounds, effort, told, stopped);
        return run.solve();
    }

    /** One search by several threads. */
    private static final class Run {
        private static final int MANY = 2000;

        private final Problem problem;
        private final Effort effort;
        private final Consumer<Value> told;
        private final BooleanSupplier stopped;
        private final long end;
        private final int weightBound;
        private final int breaksBound;
        private final boolean isAllPossible;
        private final AtomicReference<Value> seen = new AtomicReference<>();
        private final List<Search> searches = new ArrayList<>();

        Run(Problem problem, Bounds bounds, Effort effort, Consumer<Value> told, BooleanSupplier stopped) {
            this.problem = problem;
            this.effort = effort;
            this.told = told;
            this.stopped = stopped;
            end = System.nanoTime() + (long) (Math.min(effort.seconds(), 1e6) * 1e9);
            weightBound = bounds.weight();
            breaksBound = new Bounds(problem.withOrderObeyed()).breaks();
            isAllPossible = weightBound == problem.weight()
                    && Conflicts.toHoldingAll(problem).isEmpty();
        }

        Schedule solve() {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < effort.threads(); i++) {
                var search = begin(i);
                searches.add(search);
                threads.add(new Thread(() -> search(search), "scheduler-" + i));
            }
            threads.forEach(Thread::start);
            threads.forEach(Run::join);
            return seated();
        }

        /**
         * Tempering where all can be held and only breaks are at stake; else annealing, which packs weight sooner, and
         * tempering beside it while the event is small enough for many walks.
         */
        private Search begin(int number) {
            int cap = effort.breaksCap();
            long seed = effort.seed() * 1000 + number;
            var greedy = Greedy.begin(problem, cap);
            var best = new Best(greedy, problem.weight(), this::tell);
            if (problem.isRepair()) return new Annealing(problem, greedy, best, seed, 1);
            boolean small = number % 2 == 1 && problem.wishes().size() <= MANY;
            if (isAllPossible) return new Tempering(problem.withOrderObeyed(), cap, best, seed);
            if (small) return new Tempering(problem, cap, best, seed);
            return new Annealing(problem, new Assignment(problem, cap), best, seed, number / 2);
        }

        private void search(Search search) {
            while (search.moves() < effort.moves() && !isOver(search)) search.go();
        }

        /** By moves, each search goes its own way to the end, whatever the others find: so that it can be repeated. */
        private boolean isOver(Search search) {
            if (stopped.getAsBoolean() || System.nanoTime() > end) return true;
            var ofAll = effort.isRepeatable() ? null : seen.get();
            return isProvenBest(ofAll == null ? search.best().value() : ofAll);
        }

        private boolean isProvenBest(Value value) {
            return schedule(new int[0], new int[0], value).isProvenBest();
        }

        private synchronized void tell(Value value) {
            var best = seen.get();
            if (best != null && !value.isBetterThan(best)) return;
            seen.set(value);
            told.accept(value);
        }

        private Schedule seated() {
            var best = searches.stream()
                    .map(Search::best)
                    .min(Comparator.comparing(Best::value))
                    .orElseThrow();
            var seating = new Seating(problem, best.slots());
            return schedule(best.slots(), seating.tables(), best.value().withChanges(seating.changes()));
        }

        private Schedule schedule(int[] slots, int[] tables, Value value) {
            int breaks = value.weight() == problem.weight() ? breaksBound : 0;
            return new Schedule(
                    slots,
                    tables,
                    value,
                    weightBound,
                    breaks,
                    searches.stream().mapToLong(Search::moves).sum());
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
