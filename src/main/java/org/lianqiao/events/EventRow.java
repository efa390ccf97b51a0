package org.lianqiao.events;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A line of the list of events.
 *
 * @param starts in Beijing time
 * @param hosts the names of who hosts, in order
 * @param past whether it has ended
 */
record EventRow(
        UUID id,
        EventKind kind,
        String name,
        String place,
        String region,
        LocalDateTime starts,
        LocalDateTime ends,
        String hosts,
        boolean published,
        boolean past) {}
