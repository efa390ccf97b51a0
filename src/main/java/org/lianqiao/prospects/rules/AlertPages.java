package org.lianqiao.prospects.rules;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is overdue, for whom it reaches and for the office's lead, and what they do about it. */
@Service
@RequiredArgsConstructor
class AlertPages {
    /** What reaches the viewer; with {@code :lead}, what reaches the office. */
    private static final String THEIRS =
            "(n.account_id = :me or n.owner_id = :me or (:lead and n.office_id = :office))";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param key of the kind, @param count of those that reach the viewer */
    record Count(AlertKind kind, int count) {}

    @Transactional(readOnly = true)
    PageOf<AlertRow> list(boolean office, Viewer viewer, Paging paging) {
        var values = values(viewer);
        values.put("lead", office && viewer.isLead());
        var rows = jdbc.sql("""
                select n.id, n.prospect_id, n.request_id, n.kind, n.level, o.name as enterprise, n.matter, n.due_on,
                       coalesce(a.name, '') as person,
                       n.request_id is not null or (select %s from prospect p where p.id = n.prospect_id) as open
                  from ledger_alert_now n join organization o on o.id = n.organization_id left join account a on a.id = n.account_id
                 where %s order by n.due_on, n.id limit :size offset :offset
                """.formatted(Sight.SEEN, THEIRS))
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(AlertRow.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1 from ledger_alert_now n where " + THEIRS + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    @Transactional(readOnly = true)
    List<Count> counts(Viewer viewer) {
        return jdbc.sql(
                        "select kind, count(*)::int as count from ledger_alert_now where :me in (account_id, owner_id) group by kind order by 2 desc, 1")
                .param("me", viewer.account())
                .query(Count.class)
                .list();
    }

    /** Somebody saw to it: it is silent until the period has run out anew. @throws NotFound where it is no matter of theirs */
    @Transactional
    public void handle(UUID id, String note, Viewer officer) {
        var values = values(officer);
        values.put("lead", officer.isLead());
        boolean theirs = jdbc.sql("select exists (select from ledger_alert n where n.id = :id and " + THEIRS + ")")
                .params(values)
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!theirs) throw new NotFound();
        var text = note.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 2 || length > 200) throw new Refused("alerts.refused.note");
        int done = jdbc.sql("""
                update ledger_alert set handled_at = ?, handled_by = ?, handled_note = ?
                 where id = ? and handled_at is null and closed_at is null
                """)
                .params(OffsetDateTime.now(clock), officer.account(), text, id)
                .update();
        if (done == 0) throw new Refused("alerts.refused.handled");
        events.publishEvent(new Recorded(officer, "alert.handle", "alert", id, "", text));
    }

    /** Whom the lead may name as chief: the people of the own office, of the one above, and of the side's coordinating office. */
    @Transactional(readOnly = true)
    List<Option> chiefs(Viewer lead) {
        return jdbc.sql("""
                select distinct a.id::text as value, a.name || '（' || coalesce(nullif(o.short_name, ''), o.name) || '）' as label
                  from membership m join account a on a.id = m.account_id and a.status = 'ACTIVE' join organization o on o.id = m.organization_id
                 where m.ended_at is null and exists (select from membership_role r where r.membership_id = m.id and r.role in ('OFFICER', 'LEAD'))
                   and (o.id = :office or o.id = (select parent_id from organization where id = :office)
                        or o.id in (select coordinating_office_id from alliance_side where alliance_id = :alliance and code = :side))
                 order by label limit 200
                """).params(Sight.of(lead)).query(Option.class).list();
    }

    /** The chief's account, or an empty text. */
    @Transactional(readOnly = true)
    String chief(Viewer lead) {
        return jdbc.sql("select account_id::text from office_chief where office_id = ?")
                .param(lead.organization())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @throws Forbidden where somebody else than the lead asks */
    @Transactional
    public void name(String account, Viewer lead) {
        lead.require(lead.isLead());
        var named = chiefs(lead).stream().filter(o -> o.value().equals(account)).findFirst();
        if (named.isEmpty() && !account.isEmpty()) throw new Refused("alerts.refused.chief");
        jdbc.sql("delete from office_chief where office_id = ?")
                .param(lead.organization())
                .update();
        named.ifPresent(o -> jdbc.sql(
                        "insert into office_chief (office_id, account_id, named_by, named_at) values (?, ?, ?, ?)")
                .params(lead.organization(), UUID.fromString(o.value()), lead.account(), OffsetDateTime.now(clock))
                .update());
        events.publishEvent(new Recorded(
                lead,
                "alert.chief",
                "alert",
                lead.organization(),
                lead.organizationName(),
                named.map(Option::label).orElse("")));
    }

    private static Map<String, Object> values(Viewer viewer) {
        var values = Sight.of(viewer);
        values.put("me", viewer.account());
        return values;
    }
}
