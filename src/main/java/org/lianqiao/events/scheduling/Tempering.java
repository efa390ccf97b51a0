package org.lianqiao.events.scheduling;

import java.util.SplittableRandom;

/**
 * Parallel tempering (Swendsen and Wang, 1986; Hukushima and Nemoto, 1996): several walks side by side, each at its own
 * temperature, that change places with their neighbours as detailed balance asks. The hot ones leave any valley, the
 * cold ones search it to the ground; there is no cooling whose length would have to be known beforehand.
 */
final class Tempering implements Search {
    private static final double HOTTEST = 0.3;
    private static final double COLDEST = 0.1;
    private static final int WALKS = 11;

    private final Walk[] walks = new Walk[WALKS];
    private final double[] temperature = new double[WALKS];
    private final Best best;
    private final SplittableRandom random;
    private long moves;
    private int parity;

    Tempering(Problem problem, int cap, Best best, long seed) {
        this.best = best;
        random = new SplittableRandom(seed);
        for (int i = 0; i < WALKS; i++) {
            walks[i] = new Walk(problem, new Assignment(problem, cap), best, random.nextLong());
            temperature[i] = HOTTEST * Math.pow(COLDEST / HOTTEST, i / (WALKS - 1.0));
        }
    }

    @Override
    public void go() {
        for (int i = 0; i < WALKS; i++) moves += walks[i].burst(temperature[i]);
        for (int i = parity; i + 1 < WALKS; i += 2) if (mayChangePlaces(i, i + 1)) changePlaces(i, i + 1);
        parity ^= 1;
    }

    private boolean mayChangePlaces(int hot, int cold) {
        double gain = (1 / temperature[hot] - 1 / temperature[cold]) * (walks[hot].energy() - walks[cold].energy());
        return gain >= 0 || random.nextDouble() < Math.exp(gain);
    }

    private void changePlaces(int i, int j) {
        var walk = walks[i];
        walks[i] = walks[j];
        walks[j] = walk;
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
