package org.lianqiao.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commitments as the readers of their agreement see them. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class CommitmentQueries {
    /** The viewer's organisation owes it, or a department of it does. */
    static final String OURS = "(c.debtor_id in " + AgreementSight.MINE
            + " or c.debtor_id in (select o.id from organization o where o.parent_id = :mine and o.kind = 'DEPARTMENT'))";

    private static final String ROW = """
            select c.id, c.agreement_id, a.title as agreement, c.heading, c.content, coalesce(nullif(d.short_name, ''), d.name) as debtor, w.name as owner,
                   c.due_on, c.state, c.done_on, c.debtor_id, c.state in ('OPEN', 'ACTIVE') and c.due_on < :today as late,
            """ + OURS + """
                   as ours,
                   coalesce((select h.note from commitment_change h where h.commitment_id = c.id and h.note <> ''
                              order by h.changed_at desc limit 1), '') as last
              from commitment c join agreement a on a.id = c.agreement_id join organization d on d.id = c.debtor_id
              left join account w on w.id = c.owner_id
             where
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    record Count(CommitmentFilter.View view, int count) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What is due first stands first; what is done, the latest first. */
    PageOf<CommitmentRow> list(CommitmentFilter filter, Viewer viewer, Paging paging) {
        var where = AgreementSight.READ + " and " + filter.where() + " and " + filter.viewOf().condition;
        var values = AgreementSight.of(viewer);
        values.putAll(filter.values(today()));
        var rows = jdbc.sql(
                        ROW + where + " order by c.done_on desc nulls first, c.due_on, c.id limit :size offset :offset")
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(CommitmentRow.class)
                .list();
        int total = jdbc.sql(
                        "select count(*) from (select 1 from commitment c join agreement a on a.id = c.agreement_id where "
                                + where + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    /** How many stand in each view, whatever heading is chosen. */
    List<Count> counts(Viewer viewer) {
        var sql = new StringBuilder("select ");
        for (var view : CommitmentFilter.View.values())
            sql.append(view.ordinal() == 0 ? "" : ", ")
                    .append("count(*) filter (where ")
                    .append(view.condition)
                    .append(")");
        sql.append(" from commitment c join agreement a on a.id = c.agreement_id where ")
                .append(AgreementSight.READ);
        return jdbc.sql(sql.toString())
                .params(AgreementSight.of(viewer))
                .param("today", today())
                .query((row, n) -> {
                    var counts = new ArrayList<Count>();
                    for (var view : CommitmentFilter.View.values())
                        counts.add(new Count(view, row.getInt(view.ordinal() + 1)));
                    return counts;
                })
                .single();
    }

    /** Of an agreement that the viewer reads. */
    List<CommitmentRow> of(UUID agreement, Viewer viewer) {
        return jdbc.sql(ROW + " c.agreement_id = :agreement order by c.due_on, c.id limit 200")
                .params(AgreementSight.of(viewer))
                .param("today", today())
                .param("agreement", agreement)
                .query(CommitmentRow.class)
                .list();
    }

    Optional<CommitmentPage> page(UUID id, Viewer viewer) {
        var values = AgreementSight.of(viewer);
        return jdbc.sql(ROW + " c.id = :id and " + AgreementSight.READ)
                .params(values)
                .param("today", today())
                .param("id", id)
                .query(CommitmentRow.class)
                .optional()
                .map(row -> new CommitmentPage(
                        row,
                        AgreementSight.mayEnter(viewer)
                                && jdbc.sql("select " + AgreementSight.PARTY
                                                + " from agreement a where a.id = :agreement")
                                        .params(values)
                                        .param("agreement", row.agreementId())
                                        .query(Boolean.class)
                                        .single(),
                        changes(id)));
    }

    /** Who may owe: the parties, and the departments of the viewer's own office. */
    List<Option> debtors(UUID agreement, Viewer viewer) {
        return jdbc.sql("""
                select o.id::text as value, o.name as label from organization o
                  left join agreement_party p on p.organization_id = o.id and p.agreement_id = :agreement
                 where p.agreement_id is not null
                    or (o.kind = 'DEPARTMENT' and o.parent_id in %s and o.status = 'REGISTERED')
                 order by p.position nulls last, o.name
                """.formatted(AgreementSight.MINE))
                .params(AgreementSight.of(viewer))
                .param("agreement", agreement)
                .query(Option.class)
                .list();
    }

    private List<CommitmentPage.Change> changes(UUID commitment) {
        return jdbc.sql("""
                select h.action, h.changed_at, coalesce(nullif(o.short_name, ''), o.name, '') as organization, coalesce(w.name, '') as by, h.note,
                       h.file_id, f.name as file_name
                  from commitment_change h left join organization o on o.id = h.organization_id
                  left join account w on w.id = h.changed_by left join stored_file f on f.id = h.file_id
                 where h.commitment_id = ? order by h.changed_at desc, h.id desc limit 200
                """)
                .param(commitment)
                .query((row, n) -> new CommitmentPage.Change(
                        CommitmentAction.valueOf(row.getString("action")),
                        LocalDateTime.ofInstant(
                                row.getObject("changed_at", OffsetDateTime.class)
                                        .toInstant(),
                                Time.ZONE),
                        row.getString("organization"),
                        row.getString("by"),
                        row.getString("note"),
                        row.getObject("file_id", UUID.class),
                        row.getString("file_name")))
                .list();
    }
}
