package org.lianqiao.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.LeadSource;
import org.lianqiao.prospects.Ledger;
import org.lianqiao.prospects.Met;
import org.lianqiao.prospects.NewLead;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logs meetings. One transaction writes who met whom and carries it into the ledger: a follow-up with the next step, a
 * lead that becomes a contacted one, or a new lead where the enterprise was not there yet.
 */
@Service
@RequiredArgsConstructor
class Meetings {
    private static final int FIRST_YEAR = 2000;
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Directory directory;
    private final People people;
    private final Subjects subjects;
    private final MeetingQueries queries;
    private final Numbers numbers;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Who was met, and on which prospect; a new lead is opened only after the meeting's other content stands. */
    private record Guest(UUID organization, @Nullable UUID prospect) {}

    /** What it was about, as found. */
    private record About(
            Subjects.@Nullable Subject need, Subjects.@Nullable Subject project, Subjects.@Nullable Subject event) {}

    /** @return the meeting; where this form was sent before, the one that it made then */
    @Transactional
    UUID log(MeetingForm form, Viewer officer) {
        officer.require(officer.isOfficer());
        var token = Tokens.isOne(form.token()) ? form.token() : null;
        var before = token == null ? Optional.<UUID>empty() : madeWith(token, officer);
        if (before.isPresent()) return before.get();
        checkTime(form);
        checkOthers(form, officer);
        var about = about(form, officer);
        var owner = owner(form, officer);
        var guest = guest(form, about, owner, officer);
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.MEETING);
        int made = jdbc.sql("""
                insert into meeting (id, number, token, alliance_id, office_id, organization_id, prospect_id, need_id, project_id,
                    event_id, held_at, online, place, outcome, minutes, minutes_shared, next_step, next_owner_id, next_due_on,
                    logged_by, created_at, updated_at)
                values (:id, :number, :token, :alliance, :office, :organization, :prospect, :need, :project, :event, :held, :online,
                    :place, :outcome, :minutes, :shared, :step, :owner, :due, :by, now(), now())
                on conflict (token) do nothing
                """)
                .param("id", id)
                .param("number", number)
                .param("token", token, java.sql.Types.VARCHAR)
                .param("alliance", officer.allianceId() == null ? directory.defaultAlliance() : officer.allianceId())
                .param("office", officer.organization())
                .param("organization", guest.organization())
                .param("prospect", guest.prospect(), java.sql.Types.OTHER)
                .param("need", id(about.need()), java.sql.Types.OTHER)
                .param("project", id(about.project()), java.sql.Types.OTHER)
                .param("event", id(about.event()), java.sql.Types.OTHER)
                .param("held", held(form).atZone(Time.ZONE).toOffsetDateTime())
                .param("online", form.isOnline())
                .param("place", form.place())
                .param("outcome", Objects.requireNonNull(form.outcome()).name())
                .param("minutes", form.minutes())
                .param("shared", form.isShared())
                .param("step", form.nextStep())
                .param("owner", owner, java.sql.Types.OTHER)
                .param("due", form.nextStep().isEmpty() ? null : form.nextDue(), java.sql.Types.DATE)
                .param("by", officer.account())
                .update();
        if (made == 0) throw new Refused("meetings.refused.token");
        parties(id, form, guest.organization(), officer);
        if (guest.prospect() != null) keepInLedger(id, guest.prospect(), form, owner, officer);
        events.publishEvent(new Recorded(officer, "meeting.log", "meeting", id, number));
        tell(id, form, guest.organization(), officer);
        return id;
    }

    /**
     * The meeting that this form made before. Of two clicks in one instant the second waits here for the first one's
     * end, so that it finds that meeting and not the lead that came with it.
     */
    private Optional<UUID> madeWith(String token, Viewer officer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(token)
                .query(row -> {});
        return jdbc.sql("select id from meeting where token = ? and office_id = ?")
                .params(token, officer.organization())
                .query(UUID.class)
                .optional();
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, MeetingForm form, Viewer officer) {
        var meeting = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(meeting.isMayEdit());
        checkTime(form);
        checkOthers(form, officer);
        boolean own = meeting.prospect() == null;
        var owner = own ? owner(form, officer) : null;
        int saved = jdbc.sql("""
                update meeting set held_at = :held, online = :online, place = :place, outcome = :outcome, minutes = :minutes,
                       minutes_shared = :shared, next_step = case when :own then :step else next_step end,
                       next_owner_id = case when :own then cast(:owner as uuid) else next_owner_id end,
                       next_due_on = case when :own then cast(:due as date) else next_due_on end,
                       updated_at = now(), version = version + 1 where id = :id and version = :seen
                """)
                .param("held", held(form).atZone(Time.ZONE).toOffsetDateTime())
                .param("online", form.isOnline())
                .param("place", form.place())
                .param("outcome", Objects.requireNonNull(form.outcome()).name())
                .param("minutes", form.minutes())
                .param("shared", form.isShared())
                .param("own", own)
                .param("step", form.nextStep())
                .param("owner", owner, java.sql.Types.OTHER)
                .param("due", form.nextStep().isEmpty() ? null : form.nextDue(), java.sql.Types.DATE)
                .param("id", id)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        jdbc.sql("delete from meeting_party where meeting_id = ?").param(id).update();
        parties(id, form, meeting.organizationId(), officer);
        events.publishEvent(new Recorded(
                officer,
                "meeting.edit",
                "meeting",
                id,
                meeting.number(),
                meeting.shared() == form.isShared() ? "" : "minutes shared: " + form.isShared()));
    }

    private void checkTime(MeetingForm form) {
        if (held(form).isAfter(clock.instant().plus(TOLERANCE))) throw Refused.at("heldAt", "meetings.heldAt.future");
        if (Objects.requireNonNull(form.heldAt()).getYear() < FIRST_YEAR)
            throw Refused.at("heldAt", "meetings.heldAt.range");
    }

    private void checkOthers(MeetingForm form, Viewer officer) {
        if (form.others().isEmpty()) return;
        var known = subjects.others(officer).stream()
                .map(o -> UUID.fromString(o.value()))
                .toList();
        if (!known.containsAll(form.others())) throw Refused.at("others", "meetings.others.unknown");
    }

    private About about(MeetingForm form, Viewer officer) {
        var need = subjects.need(form.need()).orElse(null);
        if (form.need() != null && need == null) throw Refused.at("need", "meetings.need.unknown");
        var project = subjects.project(form.project(), officer).orElse(null);
        if (form.project() != null && project == null) throw Refused.at("project", "meetings.project.unknown");
        var event = subjects.event(form.event()).orElse(null);
        if (form.event() != null && event == null) throw Refused.at("event", "meetings.event.unknown");
        return new About(need, project, event);
    }

    /** Who does the next step: the officer himself, or somebody of the own office. */
    private @Nullable UUID owner(MeetingForm form, Viewer officer) {
        if (form.nextStep().isEmpty()) return null;
        if (form.nextDue() == null) throw Refused.at("nextDue", "meetings.required.nextDue");
        var owner = form.nextOwner();
        if (owner == null || owner.equals(officer.accountId())) return officer.account();
        if (people.officersOf(officer.organization()).stream()
                .noneMatch(o -> o.value().equals(owner.toString())))
            throw Refused.at("nextOwner", "meetings.owner.unknown");
        return owner;
    }

    private Guest guest(MeetingForm form, About about, @Nullable UUID owner, Viewer officer) {
        if (form.prospect() != null) {
            var prospect = ledger.findBrief(officer, form.prospect())
                    .orElseThrow(() -> Refused.at("prospect", "meetings.prospect.unknown"));
            if (!form.enterprise().isEmpty() && !form.enterprise().equals(prospect.organization()))
                throw Refused.at("enterprise", "meetings.enterprise.both");
            return new Guest(prospect.organizationId(), prospect.id());
        }
        if (form.enterprise().codePointCount(0, form.enterprise().length()) < 2)
            throw Refused.at("enterprise", "meetings.required.enterprise");
        var organization = directory.knownOrNew(form.enterprise(), null, null, officer);
        return new Guest(organization, form.isLead() ? lead(form, about, owner, officer) : null);
    }

    private UUID lead(MeetingForm form, About about, @Nullable UUID owner, Viewer officer) {
        if (officer.allianceId() == null) throw Refused.at("lead", "meetings.lead.outside");
        if (form.matter().codePointCount(0, form.matter().length()) < 2)
            throw Refused.at("matter", "meetings.required.matter");
        if (form.nextStep().isEmpty()) throw Refused.at("nextStep", "meetings.required.nextStep");
        var from = about.need() == null ? about.project() : about.need();
        return ledger.report(
                new NewLead(
                        form.enterprise(),
                        null,
                        form.matter(),
                        about.event() == null ? LeadSource.VISIT : LeadSource.EVENT,
                        about.event() == null ? "" : about.event().title(),
                        from == null ? null : from.region(),
                        from == null ? null : from.node(),
                        null,
                        form.nextStep(),
                        owner,
                        form.nextDue()),
                officer);
    }

    /** The step of a new lead stands there already; then the follow-up only says that one met. */
    private void keepInLedger(UUID id, UUID prospect, MeetingForm form, @Nullable UUID owner, Viewer officer) {
        boolean told = form.prospect() == null;
        var met = new Met(
                id,
                held(form),
                inWords(form),
                told ? "" : form.nextStep(),
                told ? null : owner,
                told ? null : form.nextDue());
        try {
            ledger.met(prospect, met, officer);
        } catch (NotFound readOnly) {
            throw Refused.at("prospect", "meetings.prospect.reader");
        }
    }

    /** For the ledger's timeline, in the language of the offices. The minutes stay with the meeting. */
    private String inWords(MeetingForm form) {
        var outcome = messages.getMessage("Outcome." + form.outcome(), null, Locale.CHINA);
        var place = form.isOnline()
                ? messages.getMessage("meetings.online", null, Locale.CHINA)
                : form.place().isEmpty() ? messages.getMessage("meetings.onsite", null, Locale.CHINA) : form.place();
        return outcome + " · " + place;
    }

    private void parties(UUID id, MeetingForm form, UUID enterprise, Viewer officer) {
        Map<UUID, String> there = new LinkedHashMap<>();
        there.put(officer.organization(), form.ourPeople());
        there.put(enterprise, form.theirPeople());
        form.others().forEach(o -> there.putIfAbsent(o, ""));
        there.forEach((organization, names) -> jdbc.sql(
                        "insert into meeting_party (id, meeting_id, organization_id, people) values (?, ?, ?, ?)")
                .params(Ids.next(), id, organization, names)
                .update());
    }

    private void tell(UUID id, MeetingForm form, UUID enterprise, Viewer officer) {
        Stream.concat(Stream.of(enterprise), form.others().stream())
                .distinct()
                .forEach(o -> events.publishEvent(Notice.toHolders(
                        o,
                        Set.of(Role.MANAGER, Role.OFFICER),
                        "meetings.notice.logged",
                        "/meetings/" + id,
                        officer.organizationName(),
                        Objects.requireNonNull(form.heldAt()).toLocalDate().toString())));
    }

    private static Instant held(MeetingForm form) {
        LocalDateTime at = Objects.requireNonNull(form.heldAt());
        return at.atZone(Time.ZONE).toInstant();
    }

    private static @Nullable UUID id(Subjects.@Nullable Subject subject) {
        return subject == null ? null : subject.id();
    }
}
