package org.lianqiao.production;

import java.util.List;

/** Production refuses to start: every reason at once, so that they are mended at once. */
public final class NotReady extends RuntimeException {
    final transient List<Problem> problems;

    /** @param remedy what to set, and to what */
    public NotReady(String what, String remedy) {
        this(List.of(new Problem(what, remedy)));
    }

    NotReady(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::what).toList()));
        this.problems = List.copyOf(problems);
    }
}
