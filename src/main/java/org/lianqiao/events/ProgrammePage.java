package org.lianqiao.events;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event runs, as its page shows it.
 *
 * @param slots how many meetings a table holds one after another
 */
record ProgrammePage(
        List<Item> agenda, int tables, int slots, @Nullable LocalDateTime firstMeeting, int slotMinutes) {
    /** @param title in the reader's language */
    record Item(LocalDateTime starts, @Nullable LocalDateTime ends, String title) {}

    public boolean hasMeetings() {
        return tables > 0 && slots > 0;
    }
}
