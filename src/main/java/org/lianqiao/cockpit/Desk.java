package org.lianqiao.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.MatchDesk;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person first, then what the own organisation started: each list short, with a way to all of it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Desk {
    private static final int FEW = 4;
    private static final int SHOWN = 8;
    private static final int CONSULTATION_DAYS = 5;

    private final JdbcClient jdbc;
    private final ReviewTime reviewTime;
    private final MatchDesk matches;
    private final Settings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    /**
     * @param state the key of what stands beside the title
     * @param due when it is due, or when it began
     */
    record Item(
            String title,
            String second,
            String link,
            String state,
            @Nullable LocalDate due,
            boolean overdue) {}

    /** @param key of the heading; @param all where the whole list stands */
    record Section(String key, String all, List<Item> items) {}

    List<Section> waiting(Viewer viewer) {
        var sections = new ArrayList<Section>();
        if (viewer.isOfficer()) {
            sections.add(new Section("intents", "/intents/inbox", intents(viewer)));
            sections.add(new Section("alerts", "/ledger/alerts", alerts(viewer)));
            sections.add(new Section("due", "/ledger", followUps(viewer)));
            sections.add(new Section("offices", "/ledger/transfers", offices(viewer)));
            if (viewer.coordinating())
                sections.add(new Section("assignments", "/ledger/assignments", assignments(viewer)));
            sections.add(new Section("requests", "/ledger/requests", requests(viewer)));
        }
        if (viewer.isOfficer() || viewer.isMember())
            sections.add(new Section("consultations", "/consultations?view=WAITING", consultations(viewer)));
        if (viewer.isLead()) sections.add(new Section("reports", "/ledger/reports", reports(viewer)));
        if (viewer.isLead()) sections.add(new Section("consents", "/projects", consents(viewer)));
        if (viewer.has(Role.REVIEWER) || viewer.has(Role.REVIEW_ADMIN)) {
            sections.add(new Section("registrations", "/reviews/registrations", registrations(viewer)));
            sections.add(new Section("reviews", "/reviews/needs", needReviews(viewer)));
        }
        if (viewer.isMember()) {
            sections.add(new Section("received", "/intents", received(viewer)));
            sections.add(new Section("contacts", "/my/consents", contacts(viewer)));
            if (viewer.has(Role.MANAGER)) sections.add(new Section("consents", "/projects", consents(viewer)));
        }
        if (viewer.isOfficer() || viewer.isMember())
            sections.add(new Section("commitments", "/commitments?view=OWE", commitments(viewer)));
        return sections.stream().filter(s -> !s.items.isEmpty()).toList();
    }

    List<Section> started(Viewer viewer) {
        var sections = new ArrayList<Section>();
        if (viewer.isMember() || viewer.isOfficer()) sections.add(new Section("needs", "/my/needs", needs(viewer)));
        if (viewer.isMember()) sections.add(new Section("matches", "/matches", matching(viewer)));
        if (viewer.isMember()) sections.add(new Section("sent", "/intents", sent(viewer)));
        if (viewer.isOfficer()) sections.add(new Section("prospects", "/ledger", prospects(viewer)));
        return sections;
    }

    private List<Item> intents(Viewer viewer) {
        return items("""
                select enterprise_name, number, '/intents/' || id, 'IntentState.' || state, answer_due_on, answer_due_on < :today
                  from intent where (office_id = :org and state in ('SUBMITTED', 'UNVERIFIED'))
                     or (:coordinating and alliance_id = cast(:alliance as uuid) and state = 'UNASSIGNED')
                 order by answer_due_on nulls last, submitted_at limit :shown
                """, viewer);
    }

    private List<Item> followUps(Viewer viewer) {
        return items("""
                select f.next_step, o.name, '/ledger/' || p.id, 'Stage.' || p.stage, f.next_due_on, f.next_due_on < :today
                  from follow_up f join prospect p on p.id = f.prospect_id join organization o on o.id = p.organization_id
                 where f.next_owner_id = :me and f.next_step <> '' and f.done_at is null
                 order by f.next_due_on limit :shown
                """, viewer);
    }

    /** What other offices wait for: transfers, requests to take part, consultations. Silence says nothing. */
    private List<Item> offices(Viewer viewer) {
        return items("""
                select o.name, p.matter, t.link, t.state, t.due, t.due < :today from (
                    select prospect_id, '/ledger/transfers/' || id as link, case state when 'OFFERED' then 'prospects.consult.turn' else 'TransferState.' || state end as state, offered_at as at, null::date as due
                      from prospect_transfer where (to_office_id = :org and state = 'OFFERED') or (from_office_id = :org and state = 'PROPOSED')
                    union all select r.prospect_id, '/ledger/partner-requests', 'prospects.partner.state.OPEN', r.asked_at, null
                      from partner_request r join prospect p on p.id = r.prospect_id
                     where r.state = 'OPEN' and ((r.invited and r.office_id = :org) or (not r.invited and p.holder_office_id = :org))
                    union all select c.prospect_id, '/ledger/consultations/' || c.id, 'prospects.consult.turn', c.asked_at, c.due_on
                      from lead_consultation c join lead_consultation_answer a on a.consultation_id = c.id
                     where a.office_id = :org and a.confirmed_at is null and a.coordinating = (c.state = 'ESCALATED') and c.state in ('OPEN', 'ESCALATED')) t
                  join prospect p on p.id = t.prospect_id join organization o on o.id = p.organization_id
                 order by t.due nulls last, t.at limit :shown
                """, viewer);
    }

    /** Whether the contact of the enterprise may go to another office. */
    private List<Item> contacts(Viewer viewer) {
        return items("""
                select coalesce(nullif(o.short_name, ''), o.name), p.matter, '/my/consents', 'prospects.consult.turn', (t.offered_at at time zone 'Asia/Shanghai')::date, false
                  from prospect_transfer t join prospect p on p.id = t.prospect_id join organization o on o.id = t.to_office_id
                 where p.organization_id = :org and t.consent_state = 'ASKED' and t.state in ('OFFERED', 'ACCEPTED')
                 order by t.offered_at limit :shown
                """, viewer);
    }

    /** Leads of joint events on which the own side has not spoken (会后分派). */
    private List<Item> assignments(Viewer viewer) {
        return items("""
                select o.name, p.source_note, '/ledger/assignments', 'prospects.assignment.silent', (p.reported_at at time zone 'Asia/Shanghai')::date, false
                  from prospect p join organization o on o.id = p.organization_id
                 where p.alliance_id = cast(:alliance as uuid) and p.assigned_at is null and p.source = 'EVENT' and p.sharing = 'BOTH'
                   and p.status in ('OPEN', 'PAUSED') and not exists (select from lead_assignment l join alliance_side s on s.alliance_id = p.alliance_id
                       and s.code = l.side where l.prospect_id = p.id and s.coordinating_office_id = :org)
                 order by p.reported_at limit :shown
                """, viewer).stream().map(this::withTerm).toList();
    }

    /** The working days that both sides have from its beginning. */
    private Item withTerm(Item lead) {
        var due = calendar.after(
                Objects.requireNonNull(lead.due), settings.number("ledger.consultation-days", CONSULTATION_DAYS));
        return new Item(lead.title, lead.second, lead.link, lead.state, due, due.isBefore(LocalDate.now(clock)));
    }

    /** What is overdue and reaches this person, what has climbed highest first. */
    private List<Item> alerts(Viewer viewer) {
        return items("""
                select o.name, n.matter, case when n.request_id is null then '/ledger/' || n.prospect_id else '/ledger/requests/' || n.request_id end,
                       'AlertKind.' || n.kind, n.due_on, true
                  from ledger_alert_now n join organization o on o.id = n.organization_id where n.account_id = :me or n.owner_id = :me
                 order by case n.level when 'CHIEF' then 0 when 'LEAD' then 1 else 2 end, n.due_on, n.id limit :shown
                """, viewer);
    }

    private List<Item> reports(Viewer viewer) {
        return items("""
                select a.name, '', '/ledger/reports/' || r.id, 'ReportState.' || r.state, r.week, false
                  from ledger_report r join account a on a.id = r.drafted_by where r.office_id = :org and r.state = 'REVIEW'
                 order by r.week limit :shown
                """, viewer);
    }

    /** What enterprises ask of the own office. */
    private List<Item> requests(Viewer viewer) {
        return items("""
                select r.text, o.name, '/ledger/requests/' || r.id, 'RequestState.' || r.state, r.due_on, r.due_on < :today
                  from enterprise_request r join prospect p on p.id = r.prospect_id join organization o on o.id = p.organization_id
                 where r.office_id = :org and r.state <> 'ANSWERED' order by r.due_on, r.id limit :shown
                """, viewer);
    }

    private List<Item> consents(Viewer viewer) {
        return items("""
                select p.name, p.number, '/projects/' || p.id, 'Publication.' || p.publication, null::date, false
                  from project p where p.publication = 'PROPOSED'
                   and (p.organization_id = :org or exists (select from project_site s where s.project_id = p.id and s.office_id = :org))
                   and not exists (select from project_consent c where c.project_id = p.id and c.organization_id = :org and c.withdrawn_at is null)
                 order by p.updated_at desc limit :shown
                """, viewer);
    }

    /** Where the own organisation has not answered; for the joint office, what waits to be recorded. */
    private List<Item> consultations(Viewer viewer) {
        return items("""
                select p.name, c.number, '/projects/' || p.id || '/consultations/' || c.id, 'ConsultationKind.' || c.kind, c.due_on, c.due_on < :today
                  from consultation c join project p on p.id = c.project_id where c.state = 'OPEN'
                   and (exists (select from consultation_party y where y.consultation_id = c.id and y.organization_id = :org and y.answer is null)
                     or (:joint and p.alliance_id = cast(:alliance as uuid)
                         and not exists (select from consultation_party y where y.consultation_id = c.id and y.answer is null)))
                 order by c.due_on limit :shown
                """, viewer);
    }

    /** What the own organisation has to confirm, and what it owes within a month. */
    private List<Item> commitments(Viewer viewer) {
        return items("""
                select c.content, a.title, '/commitments/' || c.id, 'CommitmentState.' || c.state, c.due_on,
                       c.state <> 'PROPOSED' and c.due_on < :today
                  from commitment c join agreement a on a.id = c.agreement_id
                 where c.debtor_id = :org and (c.state = 'PROPOSED' or (c.state in ('OPEN', 'ACTIVE') and c.due_on <= cast(:today as date) + 30))
                 order by c.due_on limit :shown
                """, viewer);
    }

    private List<Item> registrations(Viewer viewer) {
        return items("""
                select g.name, g.number, '/reviews/registrations/' || g.id, 'OrganizationKind.' || g.kind,
                       (g.submitted_at at time zone 'Asia/Shanghai')::date, g.submitted_at < :late
                  from registration g left join region r on r.code = g.region_code
                 where g.state = 'SUBMITTED' and ((:reviewer and :region in (g.region_code, r.parent_code))
                    or (:admin and g.submitted_at < :late)) order by g.submitted_at limit :shown
                """, viewer);
    }

    private List<Item> needReviews(Viewer viewer) {
        return items("""
                select n.title, o.name, '/reviews/needs/' || n.id, 'NeedKind.' || n.kind,
                       (n.submitted_at at time zone 'Asia/Shanghai')::date, n.submitted_at < :late
                  from need n join organization o on o.id = n.organization_id left join region r on r.code = o.region_code
                 where n.state = 'SUBMITTED' and n.created_by <> :me and ((:reviewer and :region in (o.region_code, r.parent_code))
                    or (:admin and n.submitted_at < :late)) order by n.submitted_at limit :shown
                """, viewer);
    }

    private List<Item> received(Viewer viewer) {
        return items("""
                select i.enterprise_name, n.title, '/intents/' || i.id, 'IntentState.' || i.state,
                       (i.submitted_at at time zone 'Asia/Shanghai')::date, false
                  from intent i join need n on n.id = i.need_id where n.organization_id = :org
                   and i.state in ('SUBMITTED', 'QUERIED') order by i.submitted_at desc limit :shown
                """, viewer);
    }

    private List<Item> needs(Viewer viewer) {
        return items("""
                select title, number, '/my/needs/' || id, 'NeedState.' || state, expires_on,
                       state = 'PUBLISHED' and expires_on < :today + 7 from need where organization_id = :org
                   and state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'EXPIRED') order by updated_at desc limit :shown
                """, viewer);
    }

    private List<Item> matching(Viewer viewer) {
        return matches.of(viewer, FEW).stream()
                .map(m -> new Item(m.title(), m.why(), "/needs/" + m.need(), "NeedKind." + m.kind(), m.until(), false))
                .toList();
    }

    private List<Item> sent(Viewer viewer) {
        return items("""
                select coalesce(n.title, p.name, i.enterprise_name), coalesce(i.number, ''), '/intents/' || i.id, 'IntentState.' || i.state,
                       (i.created_at at time zone 'Asia/Shanghai')::date, false
                  from intent i left join need n on n.id = i.need_id left join project p on p.id = i.project_id
                 where i.sender_organization_id = :org order by i.created_at desc limit :shown
                """, viewer);
    }

    private List<Item> prospects(Viewer viewer) {
        return items("""
                select o.name, p.matter, '/ledger/' || p.id, 'Stage.' || p.stage,
                       (p.updated_at at time zone 'Asia/Shanghai')::date, false
                  from prospect p join organization o on o.id = p.organization_id
                 where p.holder_office_id = :org and p.status = 'OPEN' order by p.updated_at desc limit :shown
                """, viewer);
    }

    private List<Item> items(String sql, Viewer viewer) {
        var today = LocalDate.now(clock);
        var alliance = viewer.allianceId();
        return jdbc.sql(sql)
                .param("shown", SHOWN)
                .param("org", viewer.organization())
                .param("me", viewer.account())
                .param("alliance", alliance == null ? null : alliance.toString())
                .param("coordinating", viewer.coordinating())
                .param("joint", viewer.isOfficer() && viewer.joint())
                .param("reviewer", viewer.has(Role.REVIEWER))
                .param("admin", viewer.has(Role.REVIEW_ADMIN))
                .param("region", viewer.organizationRegion() == null ? "" : viewer.organizationRegion())
                .param("late", reviewTime.lateBefore())
                .param("today", today)
                .query((row, n) -> new Item(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6)))
                .list();
    }
}
