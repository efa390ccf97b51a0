package org.lianqiao.events.guests;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventBrief;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a guest does by the personal link: accept an invitation, change, cancel. */
@Service
@RequiredArgsConstructor
class OwnRegistration {
    private final JdbcClient jdbc;
    private final Seats seats;
    private final GuestMail mail;
    private final GuestDesk desk;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The invited one comes: takes a seat, or waits for one. */
    @Transactional
    void accept(Guest guest, EventBrief event) {
        seats.hold(event.id());
        requireBefore(event);
        boolean seated = seats.take(event.id());
        int accepted = jdbc.sql("""
                update event_guest set state = :state, waiting_since = :waiting, decided_at = :now, version = version + 1
                 where id = :id and state = 'INVITED'
                """)
                .param("state", (seated ? GuestState.CONFIRMED : GuestState.WAITING).name())
                .param("waiting", seated ? null : now(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now())
                .param("id", guest.id())
                .update();
        if (accepted == 0) throw new Refused("events.guest.changed");
        consents.give("CONTACT_TO_OFFICE", guest.name(), null, "event_guest", guest.id(), Viewer.VISITOR);
        mail.tell(seated ? GuestMail.What.CONFIRMED : GuestMail.What.WAITING, guest, event);
        record("event.accept", guest, event);
    }

    /** At once where nothing is decided yet; else the hosts look first. @return whether it stands already */
    @Transactional
    boolean change(Guest guest, EventBrief event, ChangeForm form) {
        if (!guest.state().isLive()) throw new Refused("events.guest.changed");
        requireBefore(event);
        var phone = Phones.parse(form.phone()).orElseThrow(() -> Refused.at("phone", "events.guest.phone.wrong"));
        if (isTaken(event.id(), guest.id(), phone)) throw Refused.at("phone", "events.guest.phone.other");
        jdbc.sql(
                        "update event_guest_change set decided_at = now(), accepted = false where guest_id = ? and decided_at is null")
                .param(guest.id())
                .update();
        var change = Ids.next();
        jdbc.sql("""
                insert into event_guest_change (id, guest_id, organization_name, name, position, phone, email, about, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        change,
                        guest.id(),
                        form.organizationName(),
                        form.name(),
                        form.position(),
                        phone,
                        form.email(),
                        form.about(),
                        now())
                .update();
        boolean atOnce = guest.state() != GuestState.CONFIRMED;
        if (atOnce) desk.apply(change);
        else desk.tellHosts(event, "events.notice.change", "/events/" + event.id() + "/guests/" + guest.id());
        record("event.change", guest, event);
        return atOnce;
    }

    @Transactional
    void cancel(Guest guest, EventBrief event) {
        desk.cancel(guest.id(), event, "", Viewer.VISITOR);
    }

    /** Whether what was asked for still waits for the hosts. */
    @Transactional(readOnly = true)
    Optional<LocalDateTime> waitingChange(UUID guest) {
        return jdbc.sql("""
                select (asked_at at time zone 'Asia/Shanghai') from event_guest_change where guest_id = ? and decided_at is null
                """).param(guest).query(LocalDateTime.class).optional();
    }

    /** How many wait before this one. */
    @Transactional(readOnly = true)
    int before(Guest guest) {
        return jdbc.sql("""
                select count(*) from event_guest w join event_guest me on me.id = ? and me.event_id = w.event_id
                 where w.state = 'WAITING' and (w.waiting_since, w.number) < (me.waiting_since, me.number)
                """).param(guest.id()).query(Integer.class).single();
    }

    private void requireBefore(EventBrief event) {
        if (!LocalDateTime.now(clock).isBefore(event.ends())) throw new Refused("events.guest.over");
    }

    private boolean isTaken(UUID event, UUID guest, String phone) {
        return jdbc.sql("""
                select exists (select from event_guest where event_id = ? and id <> ? and phone = ?
                    and state not in ('REJECTED', 'CANCELLED'))
                """).params(event, guest, phone).query(Boolean.class).single();
    }

    private void record(String action, Guest guest, EventBrief event) {
        events.publishEvent(
                new Recorded(Viewer.VISITOR, action, "event", event.id(), event.number() + " #" + guest.number()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
