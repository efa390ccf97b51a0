package org.lianqiao.events.scheduling;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi, 1983) in cycles that grow longer. Even cycles begin hot and rebuild,
 * odd ones begin warm and refine.
 */
final class Annealing implements Search {
    private static final double HOT = 1.0;
    private static final double WARM = 0.3;
    private static final double HOT_END = 0.12;
    private static final double WARM_END = 0.05;
    /** The first cycle's moves, by wish. */
    private static final long FIRST_CYCLE = 1000;

    private static final double GROWTH = 2;

    private final Walk walk;
    private final Best best;
    private long moves;
    private long cycleBegan;
    private long cycleLength;
    private int cycle;

    /** @param cycle the first: even to begin hot, odd to begin warm, from what is there */
    Annealing(Problem problem, Assignment begin, Best best, long seed, int cycle) {
        this.best = best;
        this.cycle = cycle;
        walk = new Walk(problem, begin, best, seed);
        cycleLength = FIRST_CYCLE * Math.max(1, problem.wishes().size());
    }

    @Override
    public void go() {
        long into = moves - cycleBegan;
        if (into >= cycleLength) {
            cycle++;
            cycleBegan = moves;
            cycleLength = (long) (cycleLength * GROWTH);
            into = 0;
        }
        boolean hot = cycle % 2 == 0;
        double from = hot ? HOT : WARM;
        double to = hot ? HOT_END : WARM_END;
        moves += walk.burst(from * Math.pow(to / from, (double) into / cycleLength));
    }

    @Override
    public Best best() {
        return best;
    }

    @Override
    public long moves() {
        return moves;
    }
}
