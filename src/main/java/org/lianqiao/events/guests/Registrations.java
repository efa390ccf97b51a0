package org.lianqiao.events.guests;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.Registering;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How guests come onto the list: by their own form, with an association, by the hosts, from a sheet, at the door. */
@Service
@RequiredArgsConstructor
public class Registrations {
    static final String TWICE = "events.guest.phone.twice";

    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final Seats seats;
    private final Questions questions;
    private final GuestMail mail;
    private final Catalogue catalogue;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Somebody new to the list. */
    record Entry(
            @Nullable UUID organizationId,
            String organization,
            @Nullable UUID account,
            @Nullable UUID broughtBy,
            String name,
            String position,
            String phone,
            String email,
            @Nullable String region,
            @Nullable UUID chain,
            String about,
            GuestSource source) {}

    /** Nothing is asked that the portal knows. */
    @Transactional(readOnly = true)
    RegistrationForm prefilled(Viewer viewer) {
        if (!viewer.isSignedIn()) return RegistrationForm.of("", "", "");
        return jdbc.sql("select phone, email from account where id = ?")
                .param(viewer.account())
                .query((row, n) -> RegistrationForm.of(viewer.name(), row.getString(1), row.getString(2)))
                .single();
    }

    /** The own registration of who is signed in. */
    @Transactional(readOnly = true)
    public Optional<Guest> own(UUID event, Viewer viewer) {
        if (!viewer.isSignedIn()) return Optional.empty();
        return jdbc.sql("""
                select * from event_guest where event_id = ? and account_id = ? and state not in ('REJECTED', 'CANCELLED')
                """)
                .params(event, viewer.account())
                .query((row, n) -> Guest.of(row))
                .optional();
    }

    /**
     * A guest's own registration: confirmed, waiting for a seat, or for the hosts to look.
     *
     * @throws Refused at its field; at {@code phone} with {@link #TWICE} where the phone is on the list
     */
    @Transactional
    Guest register(UUID id, RegistrationForm form, Map<String, String> answers, Viewer viewer) {
        var event = open(id, viewer);
        boolean own = speaksForOrganization(viewer);
        var organization = own ? viewer.organizationName() : form.organizationName();
        if (organization.codePointCount(0, organization.length()) < 2)
            throw Refused.at("organizationName", "events.guest.organization.size");
        var phone = Phones.parse(form.phone()).orElseThrow(() -> Refused.at("phone", "events.guest.phone.wrong"));
        checkPlace(form);
        var asked = questions.of(id);
        questions.check(asked, answers);
        if (!Boolean.TRUE.equals(form.consent())) throw Refused.at("consent", "events.guest.consent.required");
        var guest = enter(
                event,
                new Entry(
                        own ? viewer.organizationId() : null,
                        organization,
                        viewer.accountId(),
                        null,
                        form.name(),
                        form.position(),
                        phone,
                        form.email(),
                        own ? viewer.organizationRegion() : blank(form.regionCode()),
                        form.chain(),
                        form.about(),
                        own ? GuestSource.MEMBER : GuestSource.FORM),
                event.registration() == Registering.APPROVAL);
        questions.keep(guest.id(), asked, answers);
        var consent = consents.give("CONTACT_TO_OFFICE", form.name(), null, "event_guest", guest.id(), viewer);
        jdbc.sql("update event_guest set consent_id = ? where id = ?")
                .params(consent, guest.id())
                .update();
        events.publishEvent(new Recorded(
                viewer,
                "event.register",
                "event",
                id,
                event.number() + " #" + guest.number(),
                guest.state().name()));
        return guest;
    }

    /** An association brings people: each is on the list, and told, as if they had registered themselves. */
    @Transactional
    int bring(UUID id, List<GuestLine> lines, Viewer association) {
        var event = open(id, association);
        for (var line : lines) {
            try {
                enter(
                        event,
                        line.entry(association.organization(), GuestSource.GROUP),
                        event.registration() == Registering.APPROVAL);
            } catch (Refused refused) {
                throw Refused.at("lines", "events.group.line", line.row(), line.name());
            }
        }
        events.publishEvent(
                new Recorded(association, "event.group", "event", id, event.number(), String.valueOf(lines.size())));
        return lines.size();
    }

    /**
     * Guests whom the hosts enter: their reply is known already, so each has a seat or waits for one.
     *
     * @return how many were new; who is on the list already stays as he is
     */
    @Transactional
    int take(UUID id, List<GuestLine> lines, GuestSource source, Viewer officer) {
        var event = finder.hosted(id, officer);
        int fresh = 0;
        for (var line : lines) {
            if (isOnList(id, line.phone())) continue;
            enter(event, line.entry(null, source), false);
            fresh++;
        }
        events.publishEvent(new Recorded(officer, "event.guests", "event", id, event.number(), source + " " + fresh));
        return fresh;
    }

    /** Somebody who is to answer: the link is his, and only by it he comes onto the list. */
    @Transactional
    Guest invite(UUID id, GuestLine line, Viewer officer) {
        var event = finder.hosted(id, officer);
        seats.hold(id);
        if (isOnList(id, line.phone())) throw Refused.at("phone", TWICE);
        var guest = insert(event, line.entry(null, GuestSource.STAFF), GuestState.INVITED);
        mail.tell(GuestMail.What.INVITED, guest, event);
        events.publishEvent(new Recorded(officer, "event.invite", "event", id, event.number() + " #" + guest.number()));
        return guest;
    }

    /** Somebody at the door who was not expected; is here at once. @throws Refused where there is no seat */
    @Transactional
    public Guest walkIn(UUID id, GuestLine line, Viewer staff) {
        var event = finder.staffed(id, staff);
        seats.hold(id);
        if (isOnList(id, line.phone())) throw Refused.at("phone", "events.walkIn.known");
        if (!seats.take(id)) throw new Refused("events.walkIn.full");
        var guest = insert(event, line.entry(null, GuestSource.WALK_IN), GuestState.CONFIRMED);
        jdbc.sql("update event_guest set checked_in_at = ?, checked_in_by = ? where id = ?")
                .params(now(), staff.account(), guest.id())
                .update();
        events.publishEvent(new Recorded(staff, "event.walkIn", "event", id, event.number() + " #" + guest.number()));
        return guest;
    }

    /** Sends the link again to who registered before; at most every ten minutes. */
    @Transactional
    void sendAgain(UUID event, String phone) {
        jdbc.sql("""
                update event_guest set link_sent_at = now() where event_id = ? and phone = ? and state not in ('REJECTED', 'CANCELLED')
                   and (link_sent_at is null or link_sent_at < now() - interval '10 minutes') returning *
                """)
                .params(event, Phones.parse(phone).orElse(""))
                .query((row, n) -> Guest.of(row))
                .optional()
                .ifPresent(guest -> mail.tell(GuestMail.What.LINK, guest, finder.linked(event)));
    }

    static boolean speaksForOrganization(Viewer viewer) {
        return viewer.isMember() || viewer.isOfficer();
    }

    private EventBrief open(UUID id, Viewer viewer) {
        var event = finder.find(id, viewer).orElseThrow(NotFound::new);
        if (!event.takesRegistrations(LocalDateTime.now(clock))) throw new Refused("events.register.closed");
        return event;
    }

    private void checkPlace(RegistrationForm form) {
        if (blank(form.regionCode()) != null && !catalogue.hasRegion(form.regionCode()))
            throw Refused.at("regionCode", "events.required.region");
        if (form.chain() != null && catalogue.chainName(form.chain()).isEmpty())
            throw Refused.at("chain", "events.chains.unknown");
    }

    private Guest enter(EventBrief event, Entry entry, boolean approval) {
        seats.hold(event.id());
        if (isOnList(event.id(), entry.phone)) throw Refused.at("phone", TWICE);
        var state = approval ? GuestState.PENDING : seats.take(event.id()) ? GuestState.CONFIRMED : GuestState.WAITING;
        if (state == GuestState.PENDING) tellHosts(event);
        var guest = insert(event, entry, state);
        mail.tell(
                switch (state) {
                    case PENDING -> GuestMail.What.RECEIVED;
                    case WAITING -> GuestMail.What.WAITING;
                    default -> GuestMail.What.CONFIRMED;
                },
                guest,
                event);
        return guest;
    }

    /** Once, when the first one waits: who looks sees the others. */
    private void tellHosts(EventBrief event) {
        boolean others = jdbc.sql("select exists (select from event_guest where event_id = ? and state = 'PENDING')")
                .param(event.id())
                .query(Boolean.class)
                .single();
        if (others) return;
        jdbc.sql("select organization_id from event_host where event_id = ? and role = 'HOST'")
                .param(event.id())
                .query(UUID.class)
                .list()
                .forEach(host -> events.publishEvent(Notice.toHolders(
                        host,
                        Set.of(Role.OFFICER, Role.LEAD),
                        "events.notice.pending",
                        "/events/" + event.id() + "/guests?state=PENDING",
                        event.nameZh())));
    }

    private boolean isOnList(UUID event, String phone) {
        return jdbc.sql("""
                select exists (select from event_guest where event_id = ? and phone = ? and state not in ('REJECTED', 'CANCELLED'))
                """).params(event, phone).query(Boolean.class).single();
    }

    private Guest insert(EventBrief event, Entry entry, GuestState state) {
        int number = jdbc.sql(
                        "update event set last_guest_number = last_guest_number + 1 where id = ? returning last_guest_number")
                .param(event.id())
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                insert into event_guest (id, event_id, number, organization_id, organization_name, account_id, brought_by, name,
                    position, phone, email, region_code, chain_id, about, source, state, english, registered_at, waiting_since)
                values (:id, :event, :number, :organization, :organizationName, :account, :broughtBy, :name, :position, :phone,
                    :email, :region, :chain, :about, :source, :state, :english, :now, :waiting) returning *
                """)
                .param("id", Ids.next())
                .param("event", event.id())
                .param("number", number)
                .param("organization", entry.organizationId, java.sql.Types.OTHER)
                .param("organizationName", entry.organization)
                .param("account", entry.account, java.sql.Types.OTHER)
                .param("broughtBy", entry.broughtBy, java.sql.Types.OTHER)
                .param("name", entry.name)
                .param("position", entry.position)
                .param("phone", entry.phone)
                .param("email", entry.email)
                .param("region", entry.region, java.sql.Types.VARCHAR)
                .param("chain", entry.chain, java.sql.Types.OTHER)
                .param("about", entry.about)
                .param("source", entry.source.name())
                .param("state", state.name())
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .param("now", now())
                .param("waiting", state == GuestState.WAITING ? now() : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> Guest.of(row))
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
