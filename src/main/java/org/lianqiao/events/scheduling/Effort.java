package org.lianqiao.events.scheduling;

/**
 * How long to search.
 *
 * @param seconds at most
 * @param moves at most, by each thread; the same seed, threads and moves give the same schedule on every machine
 * @param seed of the random numbers
 * @param threads that search side by side
 * @param breaksCap how many breaks one guest should have at most
 */
public record Effort(double seconds, long moves, long seed, int threads, int breaksCap) {
    public static Effort seconds(double seconds, long seed) {
        return new Effort(seconds, Long.MAX_VALUE, seed, 2, 2);
    }

    /** Reproducible: ended by the number of moves alone. */
    public static Effort moves(long moves, long seed) {
        return new Effort(Double.POSITIVE_INFINITY, moves, seed, 2, 2);
    }

    boolean isRepeatable() {
        return moves < Long.MAX_VALUE;
    }
}
