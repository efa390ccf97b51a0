package org.lianqiao.prospects.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily digest: to each person one mail with how much is overdue and due today, and the ten most urgent; none where
 * there is nothing, none on days off, and never a second one on the same day.
 */
@Service
@RequiredArgsConstructor
class Digests {
    private static final int MOST = 10;

    private final Alerts alerts;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Value("${lianqiao.base-url:http://localhost:8080}")
    private final String baseUrl;

    /**
     * A line, with what is said of its person's whole.
     *
     * @param waiting requests of others that are overdue
     */
    private record Line(
            UUID account,
            String email,
            String kind,
            String enterprise,
            String subject,
            LocalDate due,
            String link,
            int late,
            int today,
            int waiting) {}

    /** @return to how many people it goes */
    @Transactional
    public int send() {
        alerts.watch();
        var today = LocalDate.now(clock);
        if (!calendar.days().has(today)) return 0;
        var lines = lines(today);
        int sent = 0;
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            while (to < lines.size() && lines.get(to).account.equals(lines.get(from).account)) to++;
            if (send(lines.subList(from, to), today)) sent++;
            from = to;
        }
        return sent;
    }

    private boolean send(List<Line> lines, LocalDate today) {
        var first = lines.get(0);
        var subject = text("digest.subject", first.late, first.today);
        var body = body(lines, subject, today);
        int fresh = jdbc.sql("""
                insert into ledger_digest (account_id, day, subject, body, made_at) values (?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(first.account, today, subject, body, OffsetDateTime.now(clock))
                .update();
        if (fresh > 0 && !first.email.isEmpty()) events.publishEvent(Message.to(first.email, subject, body));
        return fresh > 0;
    }

    private String body(List<Line> lines, String subject, LocalDate today) {
        var first = lines.get(0);
        var body = new ArrayList<String>(List.of(subject));
        if (first.waiting > 0) body.add(text("digest.waiting", first.waiting));
        body.add("");
        int place = 0;
        for (var line : lines)
            body.add(text(
                    line.due.isBefore(today) ? "digest.late" : "digest.today",
                    ++place,
                    text("AlertKind." + line.kind),
                    line.enterprise,
                    line.subject,
                    line.due,
                    Math.max(1, calendar.days().between(line.due, today)),
                    baseUrl + line.link));
        int more = first.late + first.today - lines.size();
        if (more > 0) body.add(text("digest.more", more));
        body.add("");
        body.add(text("digest.all", baseUrl + "/ledger/alerts"));
        return String.join("\n", body);
    }

    /** At most ten a person, the most urgent first: what has climbed highest, then what is overdue for longest. */
    private List<Line> lines(LocalDate today) {
        return jdbc.sql("""
                with item as (
                    select w.account, n.kind, o.name as enterprise, n.matter as subject, n.due_on as due,
                           case when n.request_id is null then '/ledger/' || n.prospect_id else '/ledger/requests/' || n.request_id end as link,
                           case n.level when 'CHIEF' then 0 when 'LEAD' then 1 else 2 end as rank, true as late
                      from ledger_alert_now n join organization o on o.id = n.organization_id
                     cross join lateral (select distinct x as account from unnest(array[n.account_id, n.owner_id]) x where x is not null) w
                    union all
                    select f.next_owner_id, 'STEP', o.name, f.next_step, f.next_due_on, '/ledger/' || p.id, 3, false
                      from follow_up f join prospect p on p.id = f.prospect_id join organization o on o.id = p.organization_id
                     where f.next_step <> '' and f.done_at is null and f.next_due_on = :today and p.status = 'OPEN'),
                placed as (
                    select i.*, row_number() over (partition by account order by rank, due, link) as place,
                           count(*) filter (where i.late) over (partition by account) as late_count,
                           count(*) filter (where not i.late) over (partition by account) as today_count from item i)
                select p.account, a.email, p.kind, p.enterprise, p.subject, p.due, p.link, p.late_count::int as late, p.today_count::int as today,
                       (select count(*)::int from enterprise_request q where q.asked_by = p.account and q.state <> 'ANSWERED'
                           and q.due_on < :today and q.office_id <> q.asked_office_id) as waiting
                  from placed p join account a on a.id = p.account and a.status = 'ACTIVE'
                 where p.place <= :most order by p.account, p.place
                """)
                .param("today", today)
                .param("most", MOST)
                .query(Line.class)
                .list();
    }

    private String text(String key, @Nullable Object... args) {
        var words = new Object[args.length];
        for (int i = 0; i < args.length; i++) words[i] = String.valueOf(args[i]);
        return messages.getMessage(key, words, Locale.CHINA);
    }
}
