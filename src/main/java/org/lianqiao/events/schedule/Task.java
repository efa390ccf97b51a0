package org.lianqiao.events.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianqiao.events.scheduling.Problem;

/** A problem of the scheduler, and which guests, slots, tables and pairs of ours it speaks of, by place. */
record Task(Problem problem, List<UUID> guests, List<UUID> slots, List<UUID> tables, List<Pair> pairs) {
    /** Two guests, the smaller id first, so that a pair is one row. */
    record Pair(UUID first, UUID second) {
        static Pair of(UUID one, UUID other) {
            return compare(one, other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }

        /** As PostgreSQL orders them: byte by byte, without a sign. */
        private static int compare(UUID a, UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }
    }

    static Map<UUID, Integer> places(List<UUID> ids) {
        var places = new HashMap<UUID, Integer>();
        for (int i = 0; i < ids.size(); i++) places.put(ids.get(i), i);
        return places;
    }
}
