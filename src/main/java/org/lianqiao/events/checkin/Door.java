package org.lianqiao.events.checkin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets guests in. A guest is checked in once, by one guarded update; a second click or a second phone changes nothing. */
@Service
@RequiredArgsConstructor
class Door {
    private static final int MOST_FOUND = 20;
    private static final int FEWEST_DIGITS = 3;

    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** By the last digits of the phone, the number on the badge, name or organisation; the unseen first. */
    @Transactional(readOnly = true)
    List<Guest> find(UUID event, @Nullable String typed) {
        var words = Lenient.pattern(typed);
        if (words == null || typed == null) return List.of();
        var text = typed.strip();
        if (!text.matches("[0-9]+"))
            return guests.select("""
                g.event_id = :event and g.state = 'CONFIRMED' and (g.name ilike :q or g.organization_name ilike :q)
                order by g.checked_in_at is not null, g.number limit 20
                """, sql -> sql.param("event", event).param("q", words));
        var tail = text.length() < FEWEST_DIGITS ? "-" : "%" + text;
        return guests.select(
                "g.event_id = :event and g.state = 'CONFIRMED' and (g.phone like :tail or g.number::text = :number)"
                        + " order by g.checked_in_at is not null, g.number limit " + MOST_FOUND,
                sql -> sql.param("event", event)
                        .param("tail", tail)
                        .param("number", text.replaceFirst("^0+(?=.)", "")));
    }

    /** @return whether the guest was not here yet. @throws Refused where the guest is not confirmed */
    @Transactional
    boolean checkIn(UUID event, UUID guest, Viewer staff) {
        var at = finder.staffed(event, staff);
        var found = guests.get(event, guest);
        int fresh = jdbc.sql("""
                update event_guest set checked_in_at = ?, checked_in_by = ?
                 where id = ? and event_id = ? and state = 'CONFIRMED' and checked_in_at is null
                """)
                .params(OffsetDateTime.now(clock), staff.account(), guest, event)
                .update();
        if (fresh == 1)
            events.publishEvent(
                    new Recorded(staff, "event.checkIn", "event", event, at.number() + " #" + found.number()));
        else if (guests.get(event, guest).checkedIn() == null) throw new Refused("events.checkIn.notConfirmed");
        return fresh == 1;
    }

    /** Takes back a slip of the finger. */
    @Transactional
    void undo(UUID event, UUID guest, Viewer staff) {
        var at = finder.staffed(event, staff);
        var found = guests.get(event, guest);
        int undone = jdbc.sql(
                        "update event_guest set checked_in_at = null, checked_in_by = null where id = ? and checked_in_at is not null")
                .param(guest)
                .update();
        if (undone == 1)
            events.publishEvent(
                    new Recorded(staff, "event.undoCheckIn", "event", event, at.number() + " #" + found.number()));
    }

    @Transactional(readOnly = true)
    HeadCount count(UUID event) {
        return jdbc.sql("""
                select count(*) filter (where checked_in_at is not null) as here, count(*) as expected from event_guest
                 where event_id = ? and state = 'CONFIRMED'
                """).param(event).query(HeadCount.class).single();
    }
}
