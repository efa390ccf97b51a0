package org.lianqiao.agreements;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements as their readers see them. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class AgreementQueries {
    private final JdbcClient jdbc;
    private final CommitmentQueries commitments;

    PageOf<AgreementRow> list(AgreementFilter filter, Viewer viewer, Paging paging) {
        var from = " from agreement a where " + AgreementSight.READ + " and " + filter.where();
        var values = AgreementSight.of(viewer);
        values.putAll(filter.values());
        var rows = jdbc.sql("""
                select a.id, a.number, a.kind, a.title, a.signed_on, a.place,
                       (select string_agg(coalesce(nullif(o.short_name, ''), o.name), '、' order by p.position)
                          from agreement_party p join organization o on o.id = p.organization_id where p.agreement_id = a.id) as parties,
                       c.owed, c.kept, c.late
                  from (select a.*
                """ + from + """
                         order by a.signed_on desc, a.id limit :size offset :offset) a
                  cross join lateral (select count(*) filter (where state in ('OPEN', 'ACTIVE', 'DONE')) as owed,
                       count(*) filter (where state = 'DONE') as kept,
                       count(*) filter (where state in ('OPEN', 'ACTIVE') and due_on < :today) as late
                         from commitment where agreement_id = a.id) c
                 order by a.signed_on desc, a.id
                """)
                .params(values)
                .param("today", commitments.today())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(AgreementRow.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1" + from + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    Optional<AgreementPage> page(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select a.*, coalesce(e.name_zh, '') as event, coalesce(f.name, '') as file_name, o.name as recorded_by,
                """ + AgreementSight.PARTY + """
                       as party
                  from agreement a left join event e on e.id = a.event_id left join stored_file f on f.id = a.file_id
                  join organization o on o.id = a.organization_id
                 where a.id = :id and
                """ + AgreementSight.READ)
                .params(AgreementSight.of(viewer))
                .param("id", id)
                .query((row, n) -> new AgreementPage(
                        id,
                        row.getString("number"),
                        AgreementKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("place"),
                        row.getString("content"),
                        row.getObject("event_id", UUID.class),
                        row.getString("event"),
                        row.getObject("file_id", UUID.class),
                        row.getString("file_name"),
                        row.getObject("organization_id", UUID.class),
                        row.getString("recorded_by"),
                        row.getBoolean("party") && AgreementSight.mayEnter(viewer),
                        row.getLong("version"),
                        parties(id),
                        projects(id, viewer),
                        commitments.of(id, viewer)))
                .optional();
    }

    /** Offices and associations that may sign beside the viewer's own organisation. */
    List<Option> possibleParties(Viewer viewer) {
        return jdbc.sql("""
                select o.id::text as value, coalesce(nullif(o.short_name, ''), o.name) as label from organization o
                  left join region r on r.code = o.region_code
                 where o.kind in ('OFFICE', 'ASSOCIATION') and o.status = 'REGISTERED' and o.platform_role is null and o.id <> :own
                 order by o.kind desc, r.position nulls last, o.name limit 200
                """)
                .param("own", viewer.organization())
                .query(Option.class)
                .list();
    }

    /**
     * The projects that the viewer's office works on, or that the viewer's organisation invests in.
     *
     * @param agreement the agreement whose own are offered too
     */
    List<Option> possibleProjects(@Nullable UUID agreement, Viewer viewer) {
        return jdbc.sql("""
                select p.id::text as value, p.name as label from project p
                 where :own in (p.holder_office_id, p.organization_id)
                    or p.id in (select project_id from project_site where office_id = :own)
                    or p.id in (select project_id from agreement_project where agreement_id = cast(:agreement as uuid))
                 order by p.updated_at desc, p.id limit 100
                """)
                .param("own", viewer.organization())
                .param("agreement", agreement, Types.OTHER)
                .query(Option.class)
                .list();
    }

    /** Published events that have begun, the latest first; and the agreement's own. */
    List<Option> possibleEvents(@Nullable UUID agreement) {
        return jdbc.sql("""
                select e.id::text as value, e.name_zh as label from event e
                 where (e.published and e.starts_at < now() + interval '1 day')
                    or e.id = (select event_id from agreement where id = cast(:agreement as uuid))
                 order by e.starts_at desc limit 50
                """)
                .param("agreement", agreement, Types.OTHER)
                .query(Option.class)
                .list();
    }

    private List<AgreementPage.Party> parties(UUID agreement) {
        return jdbc.sql("""
                select o.id, o.name, o.kind not in ('OFFICE', 'DEPARTMENT', 'ASSOCIATION') as enterprise
                  from agreement_party p join organization o on o.id = p.organization_id
                 where p.agreement_id = ? order by p.position
                """).param(agreement).query(AgreementPage.Party.class).list();
    }

    /** By name for every reader; as a link where the reader may open it. */
    private List<AgreementPage.Linked> projects(UUID agreement, Viewer viewer) {
        return jdbc.sql("""
                select p.id, p.name, p.publication = 'PUBLISHED' or :mine in (p.holder_office_id, p.organization_id)
                       or exists (select from project_site s where s.project_id = p.id and s.office_id = :mine) as open
                  from agreement_project x join project p on p.id = x.project_id where x.agreement_id = :agreement order by p.name
                """)
                .params(AgreementSight.of(viewer))
                .param("agreement", agreement)
                .query(AgreementPage.Linked.class)
                .list();
    }
}
