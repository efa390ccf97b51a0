package org.lianqiao.events.guests;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of guests.
 *
 * @param name masked, as is the phone
 * @param asksChange whether a change waits for the hosts
 */
record GuestRow(
        UUID id,
        String badge,
        String name,
        String position,
        String organization,
        String broughtBy,
        String phone,
        String region,
        GuestState state,
        GuestSource source,
        LocalDateTime registered,
        @Nullable LocalDateTime checkedIn,
        boolean asksChange) {}
