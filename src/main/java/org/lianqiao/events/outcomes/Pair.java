package org.lianqiao.events.outcomes;

import java.time.LocalDateTime;
import java.util.UUID;

/** Two guests with a meeting in the published schedule, the smaller id first. */
record Pair(UUID first, UUID second, LocalDateTime starts, String table) {
    /** Names the two for ever. */
    String key() {
        return "event-talk:" + first + ":" + second;
    }
}
