package org.lianqiao.prospects.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests as their readers see them: the office that is to answer, and who sees the whole prospect. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class RequestQueries {
    private static final int SHOWN = 50;
    private static final int COUNTED = 1_000;

    static final String READ = "(r.office_id = :office or r.asked_office_id = :office or " + Sight.WHOLE + ")";

    private static final String FROM = """
              from enterprise_request r join prospect p on p.id = r.prospect_id join organization e on e.id = p.organization_id
            """;
    private static final String ROW = """
            select r.id, r.prospect_id, e.name as enterprise, p.matter, r.text, r.measure, r.office_id,
                   coalesce(nullif(d.short_name, ''), d.name) as office, coalesce(h.name, '') as handler, r.due_on, r.state,
                   coalesce(nullif(q.short_name, ''), q.name) as asked_office, b.name as asked_by,
                   (r.asked_at at time zone 'Asia/Shanghai')::date as asked_on,
                   (r.answered_at at time zone 'Asia/Shanghai')::date as answered_on,
                   r.state <> 'ANSWERED' and r.due_on < :today as late, r.office_id = :office as ours,
                   r.asked_office_id = :office as asked, %s as open, r.version
            """.formatted(Sight.SEEN) + FROM + """
              join organization d on d.id = r.office_id join organization q on q.id = r.asked_office_id
              join account b on b.id = r.asked_by left join account h on h.id = r.handler_id
             where
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    record Count(RequestView view, int count) {}

    /** A step on its way. */
    record Step(RequestAction action, String note, String office, String by, OffsetDateTime at) {}

    /** @param shortName as people write it in a line */
    private record Office(UUID id, String name, String shortName, boolean ours) {}

    PageOf<RequestRow> list(RequestView view, @Nullable String q, Viewer viewer, Paging paging) {
        var like = Lenient.pattern(q);
        var where = view.condition + (like == null ? "" : " and (r.text ilike :q or e.name ilike :q)");
        var values = values(viewer);
        if (like != null) values.put("q", like);
        var rows = jdbc.sql(ROW + where
                        + (view == RequestView.ANSWERED || view == RequestView.ALL
                                ? " order by r.asked_at desc, r.id"
                                : " order by r.due_on, r.id")
                        + " limit :size offset :offset")
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(RequestRow.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1" + FROM + " where " + where + " limit " + (PageOf.CAP + 1)
                        + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    List<Count> counts(Viewer viewer) {
        var sql = new StringBuilder("select ");
        for (var view : RequestView.values())
            sql.append(view.ordinal() == 0 ? "" : ", ")
                    .append("(select count(*) from (select 1 from enterprise_request r where ")
                    .append(view.condition)
                    .append(" limit " + COUNTED + ") t)");
        return jdbc.sql(sql.toString())
                .params(values(viewer))
                .query((row, n) -> {
                    var counts = new ArrayList<Count>();
                    for (var view : RequestView.values()) counts.add(new Count(view, row.getInt(view.ordinal() + 1)));
                    return counts;
                })
                .single();
    }

    Optional<RequestRow> find(UUID id, Viewer viewer) {
        return jdbc.sql(ROW + "r.id = :id and " + READ)
                .params(values(viewer))
                .param("id", id)
                .query(RequestRow.class)
                .optional();
    }

    /** Of a prospect that the viewer sees whole: what is open first, what is due first. */
    List<RequestRow> of(UUID prospect, Viewer viewer) {
        return jdbc.sql(ROW + "r.prospect_id = :prospect and " + READ
                        + " order by r.state = 'ANSWERED', r.due_on, r.id limit " + SHOWN)
                .params(values(viewer))
                .param("prospect", prospect)
                .query(RequestRow.class)
                .list();
    }

    List<Step> steps(UUID request) {
        return jdbc.sql("""
                select s.action, s.note, coalesce(nullif(o.short_name, ''), o.name) as office, a.name as by, s.taken_at as at
                  from enterprise_request_step s join organization o on o.id = s.office_id join account a on a.id = s.taken_by
                 where s.request_id = ? order by s.taken_at desc, s.id desc limit 200
                """).param(request).query(Step.class).list();
    }

    /** Who may be asked: the offices and departments of the alliance, those of the own side first. */
    List<Option> offices(Viewer viewer) {
        return all(viewer).stream()
                .map(o -> new Option(o.id.toString(), o.name))
                .toList();
    }

    /** By every name that a line may give; a name that two of them bear leads to nobody. */
    Map<String, UUID> named(Viewer viewer) {
        var named = new HashMap<String, UUID>();
        var twice = new ArrayList<String>();
        for (var office : all(viewer))
            for (var name : List.of(office.name, office.shortName, office.name.replaceAll("（.*）$", ""))) {
                if (!office.id.equals(named.getOrDefault(name, office.id))) twice.add(name);
                named.put(name, office.id);
            }
        twice.forEach(named::remove);
        named.remove("");
        return named;
    }

    /** The prospect that the viewer's office works on; its enterprise and matter. */
    Optional<Option> worked(UUID prospect, Viewer viewer) {
        return jdbc.sql(
                        "select e.name as value, p.matter as label from prospect p join organization e on e.id = p.organization_id"
                                + " where p.id = :id and " + Sight.WORKED)
                .params(Sight.of(viewer))
                .param("id", prospect)
                .query(Option.class)
                .optional();
    }

    boolean seen(UUID prospect, Viewer viewer) {
        return jdbc.sql("select exists (select from prospect p where p.id = :id and " + Sight.SEEN + ")")
                .params(Sight.of(viewer))
                .param("id", prospect)
                .query(Boolean.class)
                .single();
    }

    private List<Office> all(Viewer viewer) {
        return jdbc.sql("""
                select distinct o.id, o.name, o.short_name, o.id in %s as ours from organization o
                  join region g on g.code = o.region_code join alliance_region a on a.region_code in (g.code, g.parent_code)
                 where a.alliance_id = :alliance and o.kind in ('OFFICE', 'DEPARTMENT') and o.status = 'REGISTERED'
                   and o.platform_role is null order by ours desc, o.name limit 500
                """.formatted(Sight.SIDE))
                .params(Sight.of(viewer))
                .query(Office.class)
                .list();
    }

    private Map<String, Object> values(Viewer viewer) {
        var values = Sight.of(viewer);
        values.put("today", LocalDate.now(clock));
        return values;
    }
}
