package org.lianqiao.events.scheduling;

import java.util.List;

/** There is no schedule at all: what is pinned contradicts itself. */
public final class Impossible extends RuntimeException {
    private final transient List<Conflict> conflicts;

    Impossible(List<Conflict> conflicts) {
        super("what is pinned contradicts itself: " + conflicts);
        this.conflicts = List.copyOf(conflicts);
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }
}
