package org.lianqiao.events.scheduling;

/** One thread's search. It goes by moves and not by the clock, so that one seed always goes one way. */
interface Search {
    /** A little further: some thousand moves. */
    void go();

    Best best();

    long moves();
}
