package org.lianqiao.events.guests;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the hosts decide about guests. */
@Service
@RequiredArgsConstructor
class GuestDesk {
    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final Seats seats;
    private final GuestMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** How many of those chosen were confirmed, put on the waiting list, and left as they were. */
    record Outcome(int confirmed, int waiting, int left) {}

    /** Lets in who asked; who finds no seat waits for one. What is decided otherwise meanwhile stays so. */
    @Transactional
    Outcome approve(UUID id, List<UUID> guests, Viewer officer) {
        var event = finder.hosted(id, officer);
        seats.hold(id);
        int confirmed = 0;
        int waiting = 0;
        for (var guest : inOrder(id, guests)) {
            if (!guest.state().isUndecided()) continue;
            boolean seated = seats.take(id);
            if (!seated && guest.state() == GuestState.WAITING) continue;
            decide(guest, seated ? GuestState.CONFIRMED : GuestState.WAITING, "", officer);
            mail.tell(seated ? GuestMail.What.CONFIRMED : GuestMail.What.WAITING, guest, event);
            if (seated) confirmed++;
            else waiting++;
        }
        record("event.approve", event, confirmed + " confirmed, " + waiting + " waiting", officer);
        return new Outcome(confirmed, waiting, guests.size() - confirmed - waiting);
    }

    /** @return how many were turned down */
    @Transactional
    int reject(UUID id, List<UUID> guests, String reason, Viewer officer) {
        var event = finder.hosted(id, officer);
        if (reason.isBlank()) throw new Refused("events.reject.reason");
        seats.hold(id);
        int rejected = 0;
        for (var guest : inOrder(id, guests)) {
            if (guest.state() != GuestState.PENDING && guest.state() != GuestState.WAITING) continue;
            decide(guest, GuestState.REJECTED, reason, officer);
            mail.tell(GuestMail.What.REJECTED, find(id, guest.id()), event);
            rejected++;
        }
        record("event.reject", event, String.valueOf(rejected), officer);
        return rejected;
    }

    private void decide(Guest guest, GuestState state, String reason, Viewer officer) {
        jdbc.sql("""
                update event_guest set state = :state, waiting_since = case when :state = 'WAITING' then :now::timestamptz end,
                       decided_at = :now, decided_by = :by, reason = :reason, version = version + 1 where id = :id
                """)
                .param("state", state.name())
                .param("now", now())
                .param("by", officer.accountId(), java.sql.Types.OTHER)
                .param("reason", reason)
                .param("id", guest.id())
                .update();
    }

    /** By the hosts, or by the guest; the seat goes to whom has waited longest. Who was there cannot cancel any more. */
    @Transactional
    void cancel(UUID id, EventBrief event, String reason, Viewer by) {
        seats.hold(event.id());
        var guest = find(event.id(), id);
        if (!guest.state().isLive() || guest.checkedIn() != null) throw new Refused("events.guest.changed");
        decide(guest, GuestState.CANCELLED, reason, by);
        if (guest.state() == GuestState.CONFIRMED) seats.free(event.id());
        mail.tell(GuestMail.What.CANCELLED, find(event.id(), id), event);
        record("event.cancelGuest", event, "#" + guest.number(), by);
        events.publishEvent(new GuestGone(event.id(), id));
    }

    /** Makes the links given away worthless and sends a new one. */
    @Transactional
    void renewLink(UUID id, UUID guest, Viewer officer) {
        var event = finder.hosted(id, officer);
        find(id, guest);
        jdbc.sql("update event_guest set link_generation = link_generation + 1 where id = ?")
                .param(guest)
                .update();
        mail.tell(GuestMail.What.LINK, find(id, guest), event);
        record("event.renewLink", event, "#" + find(id, guest).number(), officer);
    }

    /** @return the guest with name and phone, which is recorded */
    @Transactional
    Guest reveal(UUID id, UUID guest, Viewer staff) {
        var event = finder.staffed(id, staff);
        var found = find(id, guest);
        events.publishEvent(
                new Recorded(staff, "event.revealGuest", "event", event.id(), event.number() + " #" + found.number()));
        return found;
    }

    @Transactional
    void decideChange(UUID id, UUID guest, boolean accepted, Viewer officer) {
        var event = finder.hosted(id, officer);
        find(id, guest);
        var change = jdbc.sql("""
                update event_guest_change set decided_at = now(), decided_by = ?, accepted = ?
                 where guest_id = ? and decided_at is null returning id
                """)
                .params(officer.account(), accepted, guest)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refused("events.guest.changed"));
        if (accepted) apply(change);
        mail.tell(accepted ? GuestMail.What.CHANGE_ACCEPTED : GuestMail.What.CHANGE_DECLINED, find(id, guest), event);
        record("event.decideChange", event, accepted ? "accepted" : "declined", officer);
    }

    /** Carries out what was asked for. @throws Refused where another guest has the phone by now */
    @Transactional
    void apply(UUID change) {
        try {
            jdbc.sql("""
                    update event_guest g set organization_name = c.organization_name, name = c.name, position = c.position,
                           phone = c.phone, email = c.email, about = c.about, version = g.version + 1
                      from event_guest_change c where c.id = ? and g.id = c.guest_id
                    """).param(change).update();
            jdbc.sql(
                            "update event_guest_change set decided_at = coalesce(decided_at, now()), accepted = true where id = ?")
                    .param(change)
                    .update();
        } catch (DuplicateKeyException other) {
            throw new Refused("events.guest.phone.other");
        }
    }

    void tellHosts(EventBrief event, String key, String link) {
        jdbc.sql("select organization_id from event_host where event_id = ? and role = 'HOST'")
                .param(event.id())
                .query(UUID.class)
                .list()
                .forEach(host -> events.publishEvent(
                        Notice.toHolders(host, Set.of(Role.OFFICER, Role.LEAD), key, link, event.nameZh())));
    }

    Guest find(UUID event, UUID guest) {
        return jdbc.sql("select * from event_guest where id = ? and event_id = ?")
                .params(guest, event)
                .query((row, n) -> Guest.of(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Guest> inOrder(UUID event, List<UUID> guests) {
        if (guests.isEmpty()) throw new Refused("events.guests.choose");
        return jdbc.sql(
                        "select * from event_guest where event_id = :event and id in (:ids) order by registered_at, number")
                .param("event", event)
                .param("ids", guests)
                .query((row, n) -> Guest.of(row))
                .list();
    }

    private void record(String action, EventBrief event, String detail, Viewer by) {
        events.publishEvent(new Recorded(by, action, "event", event.id(), event.number(), detail));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
