package org.lianqiao.events.outcomes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.meetings.EventTalks;
import org.lianqiao.meetings.Outcome;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.LeadSource;
import org.lianqiao.prospects.Ledger;
import org.lianqiao.prospects.Met;
import org.lianqiao.prospects.NewLead;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a meeting that took place into the log, and one with interest into the ledger: as a lead of the office that was
 * met, else of the office that hosts. Two forms by two sides make one meeting and one lead; the pair's row is the guard.
 */
@Service
@RequiredArgsConstructor
class Carrying {
    private static final int DAYS_TO_FOLLOW = 5;
    private static final int LONGEST_MATTER = 80;

    private final JdbcClient jdbc;
    private final Guests guests;
    private final Viewers viewers;
    private final People people;
    private final Directory directory;
    private final EventTalks talks;
    private final Ledger ledger;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** The enterprise that was met, the other side, and the officer for whom it is kept. */
    private record Sides(Guest enterprise, Guest other, Viewer officer) {}

    /** The meeting of the log: made once, whoever speaks first. */
    @Transactional
    void keepMeeting(EventBrief event, Pair pair, Told told, String nextStep) {
        hold(pair);
        if (isKept(pair)) return;
        var sides = sides(event, pair);
        var held = pair.starts().isAfter(LocalDateTime.now(clock)) ? LocalDateTime.now(clock) : pair.starts();
        var meeting = talks.log(
                new EventTalks.Talk(
                        pair.key(),
                        event.id(),
                        sides.enterprise.organization(),
                        held,
                        event.placeZh(),
                        sides.other.name(),
                        sides.enterprise.name(),
                        Outcome.valueOf(told.name()),
                        sides.enterprise.organization() + " ↔ " + sides.other.organization()
                                + (nextStep.isEmpty() ? "" : "\n" + nextStep)),
                sides.officer);
        jdbc.sql("insert into event_result (event_id, first_guest, second_guest, meeting_id) values (?, ?, ?, ?)")
                .params(event.id(), pair.first(), pair.second(), meeting)
                .update();
    }

    /** The lead of the ledger, where either sees interest: made once. */
    @Transactional
    void keepLead(EventBrief event, Pair pair, String nextStep, String usualStep) {
        hold(pair);
        var meeting = jdbc.sql("""
                select meeting_id from event_result where first_guest = ? and second_guest = ? and prospect_id is null
                """)
                .params(pair.first(), pair.second())
                .query(UUID.class)
                .optional();
        if (meeting.isEmpty()) return;
        var sides = sides(event, pair);
        var lead = ledger.report(
                new NewLead(
                        sides.enterprise.organization(),
                        null,
                        matter(sides),
                        LeadSource.EVENT,
                        event.nameZh(),
                        sides.officer.organizationRegion(),
                        null,
                        null,
                        nextStep.isEmpty() ? usualStep : nextStep,
                        null,
                        due()),
                sides.officer);
        ledger.met(lead, new Met(meeting.get(), held(pair), event.nameZh(), "", null, null), sides.officer);
        jdbc.sql("update event_result set prospect_id = ? where first_guest = ? and second_guest = ?")
                .params(lead, pair.first(), pair.second())
                .update();
    }

    private Instant held(Pair pair) {
        return pair.starts().atZone(Time.ZONE).toInstant();
    }

    private LocalDate due() {
        return calendar.after(LocalDate.now(clock), DAYS_TO_FOLLOW);
    }

    /** What the enterprise said it seeks; else whom it met. */
    private static String matter(Sides sides) {
        var said = sides.enterprise.about().isEmpty() ? sides.other.organization() : sides.enterprise.about();
        return said.codePointCount(0, said.length()) <= LONGEST_MATTER
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_MATTER));
    }

    /** Both forms of a pair wait here for each other. */
    private void hold(Pair pair) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(pair.key())
                .query(row -> {});
    }

    private boolean isKept(Pair pair) {
        return jdbc.sql("select exists (select from event_result where first_guest = ? and second_guest = ?)")
                .params(pair.first(), pair.second())
                .query(Boolean.class)
                .single();
    }

    private Sides sides(EventBrief event, Pair pair) {
        var first = guests.get(event.id(), pair.first());
        var second = guests.get(event.id(), pair.second());
        var ofFirst = officer(first.organizationId());
        if (ofFirst.isPresent()) return new Sides(second, first, ofFirst.get());
        var ofSecond = officer(second.organizationId());
        if (ofSecond.isPresent()) return new Sides(first, second, ofSecond.get());
        var host = host(event);
        return isFromOutside(second) ? new Sides(second, first, host) : new Sides(first, second, host);
    }

    /** Somebody who works the ledger of this office. */
    private Optional<Viewer> officer(@Nullable UUID organization) {
        if (organization == null) return Optional.empty();
        return people.officersOf(organization).stream()
                .map(o -> viewers.of(UUID.fromString(o.value())))
                .flatMap(Optional::stream)
                .filter(v -> v.isOfficer() && organization.equals(v.organizationId()) && v.allianceId() != null)
                .findFirst();
    }

    private Viewer host(EventBrief event) {
        List<UUID> hosts = jdbc.sql(
                        "select organization_id from event_host where event_id = ? and role = 'HOST' order by position")
                .param(event.id())
                .query(UUID.class)
                .list();
        return hosts.stream()
                .map(this::officer)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private boolean isFromOutside(Guest guest) {
        return directory.allianceOf(guest.regionCode()).isEmpty();
    }
}
