package org.lianqiao.events.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a schedule, as the hosts see it: organisations and numbers, no names.
 *
 * @param slot its place in the day, from 1; nothing where it is not held
 * @param cause why it is not held, as a constant of the scheduler
 * @param instead whose day is in the way
 * @param word what the hosts said of the pair: PIN, FORBID or nothing
 */
record MeetingLine(
        UUID id,
        UUID first,
        String firstBadge,
        String firstOrganization,
        UUID second,
        String secondBadge,
        String secondOrganization,
        int weight,
        @Nullable Integer slot,
        @Nullable LocalDateTime starts,
        @Nullable LocalDateTime ends,
        @Nullable String table,
        @Nullable String cause,
        List<String> instead,
        @Nullable String word) {
    public boolean isHeld() {
        return slot != null;
    }
}
