package org.lianqiao.events.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff's device needs to go on without a connection, and what it did meanwhile. */
@Service
@RequiredArgsConstructor
class OfflineDoor {
    private static final int DIGITS = 4;

    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A guest as the device keeps him while the page is open: of the phone only the last digits. */
    record Expected(
            UUID id, String badge, String name, String position, String organization, String tail, String here) {}

    /** Everybody who is expected, which is recorded. */
    @Transactional
    List<Expected> expected(UUID event, Viewer staff) {
        var at = finder.staffed(event, staff);
        var expected = guests.confirmed(event).stream()
                .map(g -> new Expected(
                        g.id(),
                        g.badge(),
                        g.name(),
                        g.position(),
                        g.organization(),
                        g.phone().substring(Math.max(0, g.phone().length() - DIGITS)),
                        g.checkedIn() == null
                                ? ""
                                : g.checkedIn()
                                        .toLocalTime()
                                        .withNano(0)
                                        .withSecond(0)
                                        .toString()))
                .toList();
        events.publishEvent(
                new Recorded(staff, "event.doorList", "event", event, at.number(), String.valueOf(expected.size())));
        return expected;
    }

    /** @return what need not be sent again: kept now, kept before, or of somebody who is not expected */
    @Transactional
    List<UUID> keep(UUID event, List<LateEntry> entries, Viewer staff) {
        var at = finder.staffed(event, staff);
        var done = new ArrayList<UUID>();
        for (var entry : entries) {
            if (isNew(event, entry, staff) && checkIn(event, entry, staff))
                events.publishEvent(new Recorded(
                        staff,
                        "event.checkIn",
                        "event",
                        event,
                        at.number() + " #" + guests.get(event, entry.guest()).number(),
                        "offline"));
            done.add(entry.id());
        }
        return done;
    }

    private boolean isNew(UUID event, LateEntry entry, Viewer staff) {
        return jdbc.sql("""
                insert into event_door_entry (id, guest_id, happened_at, received_at, received_from)
                select :id, g.id, :happened, :now, :by from event_guest g where g.id = :guest and g.event_id = :event
                on conflict (id) do nothing
                """)
                        .param("id", entry.id())
                        .param("happened", happened(entry))
                        .param("now", now())
                        .param("by", staff.account())
                        .param("guest", entry.guest())
                        .param("event", event)
                        .update()
                == 1;
    }

    private boolean checkIn(UUID event, LateEntry entry, Viewer staff) {
        return jdbc.sql("""
                update event_guest set checked_in_at = ?, checked_in_by = ?
                 where id = ? and event_id = ? and state = 'CONFIRMED' and checked_in_at is null
                """)
                        .params(happened(entry), staff.account(), entry.guest(), event)
                        .update()
                == 1;
    }

    /** A device's clock may be wrong: nobody came in the future. */
    private OffsetDateTime happened(LateEntry entry) {
        Instant now = clock.instant();
        return (entry.happened().isAfter(now) ? now : entry.happened()).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
