package org.lianqiao.events.outcomes;

import java.util.List;

/**
 * What came of an event. A meeting counts as held where either says so, as missed where somebody says so and nobody says
 * that it was held; a lead counts once.
 */
record Results(
        int registered,
        int confirmed,
        int here,
        int wished,
        int mutual,
        int scheduled,
        int held,
        int missed,
        int promising,
        int leads,
        List<Side> sides,
        List<Line> lines) {

    /** Guests and meetings of a region. */
    record Side(String region, int confirmed, int here, int held, int missed) {
        public int absent() {
            return confirmed - here;
        }
    }

    /** A meeting and what the two say, each as the constant of {@link Told} or nothing. */
    record Line(
            String time,
            String table,
            String first,
            String second,
            String firstSays,
            String secondSays,
            String nextStep,
            String meeting,
            String prospect) {}
}
