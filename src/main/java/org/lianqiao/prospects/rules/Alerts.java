package org.lianqiao.prospects.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Attention;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches what is overdue. What is no longer so ends; what has become so begins, once per prospect and rule, also where two
 * portals watch; with time it climbs from the owner to the lead and to the chief, always inside the office's own side. An
 * alert that was handled is silent until the period has run out anew.
 */
@Service
@RequiredArgsConstructor
class Alerts {
    private static final int TO_LEAD = 2;
    private static final int TO_CHIEF = 5;
    /** After how many working days an overdue step or request is called to mind again once it was handled. */
    private static final int AGAIN = 3;

    private final Rules rules;
    private final WorkCalendar calendar;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param days of the rule, in working days */
    private record Overdue(
            UUID prospect,
            @Nullable UUID request,
            UUID office,
            OffsetDateTime since,
            int days,
            @Nullable LocalDate due) {}

    /** @return how many alerts are new */
    @Transactional
    public int watch() {
        end();
        int raised = 0;
        for (var kind : RuleKind.values()) raised += raise(AlertKind.valueOf(kind.name()), overdue(kind));
        raised += raise(AlertKind.STEP, steps()) + raise(AlertKind.REQUEST, requests());
        climb();
        return raised;
    }

    /** What holds no more ends; what goes on follows its prospect to another holder. */
    private void end() {
        jdbc.sql("""
                update ledger_alert a set closed_at = :now where a.closed_at is null and a.handled_at is null
                   and not exists (select from ledger_alert_now n where n.id = a.id)
                """).param("now", now()).update();
        jdbc.sql("""
                update ledger_alert a set office_id = p.holder_office_id from prospect p
                 where p.id = a.prospect_id and a.kind <> 'REQUEST' and a.closed_at is null and a.handled_at is null
                   and a.office_id <> p.holder_office_id
                """).update();
    }

    private List<Overdue> overdue(RuleKind kind) {
        var today = LocalDate.now(clock);
        var alliances = new ArrayList<UUID>();
        var stages = new ArrayList<String>();
        var ranks = new ArrayList<String>();
        var days = new ArrayList<Integer>();
        var before = new ArrayList<OffsetDateTime>();
        for (var alliance : rules.alliances()) {
            var id = UUID.fromString(alliance.value());
            var holding = rules.holding(id);
            for (var stage : Stage.values())
                for (var rank : Attention.values()) {
                    int number = Duties.days(holding, kind, stage, rank);
                    if (number == 0) continue;
                    alliances.add(id);
                    stages.add(stage.name());
                    ranks.add(rank.name());
                    days.add(number);
                    before.add(start(calendar.before(today, number)));
                }
        }
        return jdbc.sql("""
                select p.id as prospect, null::uuid as request, p.holder_office_id as office, s.since, r.days, null::date as due
                  from prospect p join unnest(cast(:alliances as uuid[]), cast(:stages as text[]), cast(:ranks as text[]), cast(:days as int[]),
                           cast(:before as timestamptz[])) as r (alliance, stage, rank, days, before)
                    on r.alliance = p.alliance_id and r.stage = p.stage and r.rank = p.attention
                 cross join lateral (select greatest(%1$s, (select max(h.handled_at) from ledger_alert h
                        where h.prospect_id = p.id and h.kind = '%2$s')) as since) s
                 where p.status = 'OPEN' and %1$s < r.before and s.since < r.before and %3$s and %4$s
                   and not exists (select from ledger_alert o where o.prospect_id = p.id and o.kind = '%2$s'
                        and o.handled_at is null and o.closed_at is null)
                """.formatted(kind.since, kind, kind.applies, kind.owed))
                .param("alliances", alliances.toArray(UUID[]::new))
                .param("stages", stages.toArray(String[]::new))
                .param("ranks", ranks.toArray(String[]::new))
                .param("days", days.toArray(Integer[]::new))
                .param("before", before.stream().map(OffsetDateTime::toString).toArray(String[]::new))
                .query(Overdue.class)
                .list();
    }

    private List<Overdue> steps() {
        return again("""
                select p.id as prospect, null::uuid as request, p.holder_office_id as office,
                       p.next_due_on::timestamp at time zone 'Asia/Shanghai' as since, 0 as days, p.next_due_on as due
                  from prospect p where p.status = 'OPEN' and p.next_due_on < :today
                   and not exists (select from ledger_alert o where o.prospect_id = p.id and o.kind = 'STEP'
                        and o.closed_at is null and (o.handled_at is null or o.handled_at >= :again))
                """);
    }

    private List<Overdue> requests() {
        return again("""
                select p.id as prospect, q.id as request, q.office_id as office,
                       q.due_on::timestamp at time zone 'Asia/Shanghai' as since, 0 as days, q.due_on as due
                  from enterprise_request q join prospect p on p.id = q.prospect_id
                 where q.state <> 'ANSWERED' and q.due_on < :today and p.status = 'OPEN'
                   and not exists (select from ledger_alert o where o.request_id = q.id and o.office_id = q.office_id
                        and o.closed_at is null and (o.handled_at is null or o.handled_at >= :again))
                """);
    }

    private List<Overdue> again(String sql) {
        var today = LocalDate.now(clock);
        return jdbc.sql(sql)
                .param("today", today)
                .param("again", start(calendar.before(today, AGAIN)))
                .query(Overdue.class)
                .list();
    }

    private int raise(AlertKind kind, List<Overdue> overdue) {
        int raised = 0;
        for (var one : overdue)
            raised += jdbc.sql("""
                    insert into ledger_alert (id, prospect_id, request_id, kind, office_id, since, due_on, raised_at)
                    values (:id, :prospect, :request, :kind, :office, :since, :due, :now) on conflict do nothing
                    """)
                    .param("id", Ids.next())
                    .param("prospect", one.prospect)
                    .param("request", one.request)
                    .param("kind", kind.name())
                    .param("office", one.office)
                    .param("since", one.since)
                    .param("due", one.due == null ? calendar.after(day(one.since), one.days) : one.due)
                    .param("now", now())
                    .update();
        return raised;
    }

    /** The level follows from how long it is overdue; the person from level and office, as people are there today. */
    private void climb() {
        var today = LocalDate.now(clock);
        jdbc.sql("""
                with person as materialized (
                    select o.office_id, responsible_person(o.office_id) as lead,
                           (select c.account_id from office_chief c join account a on a.id = c.account_id and a.status = 'ACTIVE'
                             where c.office_id = o.office_id and exists (select from membership m where m.account_id = c.account_id and m.ended_at is null)) as chief
                      from (select distinct office_id from ledger_alert where handled_at is null and closed_at is null) o),
                whose as (
                    select a.id, case when b.began < :chief then 'CHIEF' when b.began < :lead then 'LEAD' else 'OWNER' end as step,
                           case a.kind when 'STEP' then (select f.next_owner_id from follow_up f where f.prospect_id = a.prospect_id
                                            and f.next_step <> '' and f.done_at is null order by f.next_due_on, f.id limit 1)
                                       when 'REQUEST' then q.handler_id else p.owner_account_id end as owner, a.office_id
                      from ledger_alert a join prospect p on p.id = a.prospect_id left join enterprise_request q on q.id = a.request_id
                     cross join lateral (select greatest(a.due_on, (select max(h.handled_at)::date from ledger_alert h
                            where h.prospect_id = a.prospect_id and h.kind = a.kind and h.request_id is not distinct from a.request_id)) as began) b
                     where a.handled_at is null and a.closed_at is null),
                told as (
                    select w.id, case when w.step = 'CHIEF' and t.chief is null then 'LEAD' else w.step end as level, t.lead, t.chief,
                           coalesce((select m.account_id from membership m join account x on x.id = m.account_id and x.status = 'ACTIVE'
                                      where m.account_id = w.owner and m.organization_id = w.office_id and m.ended_at is null limit 1), t.lead) as owner
                      from whose w join person t on t.office_id = w.office_id),
                reached as (
                    select t.id, t.level, t.owner, case t.level when 'CHIEF' then t.chief when 'LEAD' then t.lead else t.owner end as account from told t)
                update ledger_alert a set level = t.level, account_id = t.account, owner_id = t.owner from reached t
                 where t.id = a.id and (a.level, a.account_id, a.owner_id) is distinct from (t.level, t.account, t.owner)
                """)
                .param("lead", calendar.before(today, settings.number("ledger.escalate-lead-days", TO_LEAD)))
                .param("chief", calendar.before(today, settings.number("ledger.escalate-chief-days", TO_CHIEF)))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toOffsetDateTime();
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Time.ZONE).toLocalDate();
    }
}
