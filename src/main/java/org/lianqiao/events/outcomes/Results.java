package org.lianqiao.events.outcomes;

import java.util.List;

/**
 * What came of an event. A meeting counts as held where either says so, as missed where somebody says so and nobody says
 * that it was held; a lead counts once, and of leads that became the same project one, once it has been signed.
 *
 * @param signed of the leads, how many have come at least as far as their signing since
 * @param landed of these, how many have landed
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
        int signed,
        int landed,
        List<Side> sides,
        List<Line> lines) {

    /** @param key of its name among the messages */
    record Figure(String key, int value) {}

    List<Figure> figures() {
        return List.of(
                new Figure("registered", registered),
                new Figure("confirmed", confirmed),
                new Figure("here", here),
                new Figure("wished", wished),
                new Figure("mutual", mutual),
                new Figure("scheduled", scheduled),
                new Figure("held", held),
                new Figure("missed", missed),
                new Figure("promising", promising),
                new Figure("leads", leads),
                new Figure("signed", signed),
                new Figure("landed", landed));
    }

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
