package org.lianqiao.cockpit.figures;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.projects.LibraryReader;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 补链: nodes for which something to fill them was asked, and at which a project was then signed. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class FilledGaps {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    /**
     * A node that was filled.
     *
     * @param needs the published needs that ask for it, whether they still do or not
     * @param projects by id, those first signed in the period
     * @param day when the first of them was
     */
    record Filled(
            UUID node,
            String name,
            String chain,
            String code,
            int needs,
            Map<String, String> projects,
            LocalDate day) {}

    List<Filled> of(CockpitFilter filter, Period period, Viewer viewer) {
        return jdbc.sql("""
                with firsts as (select p.id, p.name, p.node_id, (select min(s.signed_on) from project_site s where s.project_id = p.id and %s) as day
                      from project p where p.alliance_id = :alliance and p.node_id is not null and %s and %s)
                select n.id, n.name_zh, c.name_zh as chain, c.code, f.day, f.projects, f.names, w.needs
                  from (select node_id, min(day) as day, array_agg(id::text order by day, id) as projects, array_agg(name order by day, id) as names
                          from firsts where day between :from and :until group by 1) f
                  join (select d.node_id, count(*) as needs from need d join region r on r.code = d.region_code
                         where d.kind = 'FILL' and d.published_at is not null
                           and exists (select from alliance_region a where a.alliance_id = :alliance and a.region_code in (r.code, r.parent_code))
                         group by 1) w on w.node_id = f.node_id
                  join chain_node n on n.id = f.node_id join industry_chain c on c.id = n.chain_id
                 order by f.day desc, n.code limit %d
                """.formatted(
                                LibraryReader.counts(filter.scopeOf(viewer)),
                                LibraryReader.SEES,
                                filter.chainOf() == null ? "true" : "p.chain_id = :chain",
                                MOST))
                .params(ProjectTallies.values(filter, viewer))
                .param("from", period.first())
                .param("until", period.last())
                .query((row, i) -> new Filled(
                        row.getObject("id", UUID.class),
                        row.getString("name_zh"),
                        row.getString("chain"),
                        row.getString("code"),
                        row.getInt("needs"),
                        pairs((String[]) row.getArray("projects").getArray(), (String[])
                                row.getArray("names").getArray()),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private static Map<String, String> pairs(String[] ids, String[] names) {
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < ids.length; i++) pairs.put(ids[i], names[i]);
        return pairs;
    }
}
