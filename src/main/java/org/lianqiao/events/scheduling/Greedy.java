package org.lianqiao.events.scheduling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The heaviest wish first, each in the first slot that is free: what a careful person does by hand. */
final class Greedy {
    private Greedy() {}

    /** What was published first, as far as it can stay, then by weight. */
    static Assignment begin(Problem problem, int cap) {
        var assignment = new Assignment(problem, cap);
        for (int w = 0; w < assignment.wishes; w++) {
            int s = problem.published(w);
            if (s >= 0 && s < assignment.slots && assignment.slot[w] < 0 && fits(assignment, w, s))
                assignment.hold(w, s);
        }
        complete(assignment);
        return assignment;
    }

    /** Holds whatever still can be held without touching anything else. */
    static void complete(Assignment assignment) {
        var open = Arrays.copyOf(assignment.open, assignment.openCount);
        IntStream.of(open)
                .boxed()
                .sorted(Comparator.comparingInt((Integer w) ->
                                assignment.problem.wishes().get(w).weight())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(w -> place(assignment, w));
    }

    private static void place(Assignment assignment, int w) {
        for (int s = 0; s < assignment.slots; s++)
            if (fits(assignment, w, s)) {
                assignment.hold(w, s);
                return;
            }
    }

    private static boolean fits(Assignment assignment, int w, int s) {
        return assignment.isFree(w, s) && assignment.disorder(w, s) == 0;
    }
}
