package org.lianqiao.events.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and what is proven of it.
 *
 * @param weightBound no schedule holds more
 * @param breaksBound no schedule of all these meetings has fewer
 * @param problems why there is none, each a key with what it names after bars
 */
record ScheduleView(
        UUID id,
        int number,
        ScheduleState state,
        boolean repair,
        String note,
        LocalDateTime started,
        @Nullable LocalDateTime publishedAt,
        int weight,
        int weightBound,
        int missing,
        int breaks,
        int breaksBound,
        int tableChanges,
        List<String> problems) {
    public boolean isComputing() {
        return state == ScheduleState.COMPUTING;
    }

    public boolean isPublished() {
        return state == ScheduleState.PUBLISHED;
    }

    /** In percent of what is possible at most; never rounded up to all. */
    public String share() {
        if (weightBound == 0) return "—";
        return "%.1f".formatted(Math.floor(1000.0 * weight / weightBound) / 10);
    }
}
