package org.lianqiao.cockpit.figures;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tallies by what they count and by which value of it. */
final class Tallies {
    private final Map<String, Map<String, Tally>> kept = new HashMap<>();

    void add(String what, @Nullable String value, boolean inPeriod, long count, @Nullable BigDecimal yuan) {
        if (value != null) add(what, value, Tally.of(inPeriod, count, yuan));
    }

    void add(String what, String value, Tally tally) {
        kept.computeIfAbsent(what, x -> new HashMap<>()).merge(value, tally, Tally::plus);
    }

    Tally of(String what, String value) {
        return of(what).getOrDefault(value, Tally.NONE);
    }

    Map<String, Tally> of(String what) {
        return kept.getOrDefault(what, Map.of());
    }
}
