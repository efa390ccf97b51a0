package org.lianqiao.cockpit.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.projects.LibraryReader;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The library in figures: the same conditions as its list. Jointly a project counts once; for a side by its own sites. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProjectTallies {
    private final JdbcClient jdbc;

    /**
     * By {@code first} (signed for the first time), {@code two} of them with sites in two regions, {@code signed} and
     * {@code started} (with a site signed or started: with the sums of those sites); those first signed also by {@code chain},
     * {@code node}, {@code region}, {@code function} and {@code between} (two regions with a comma), with what their sites are to cost.
     */
    Tallies tallies(CockpitFilter filter, Period period, Viewer viewer) {
        var tallies = new Tallies();
        jdbc.sql("""
                with seen as materialized (select p.* from project p where p.alliance_id = :alliance and %s and %s),
                sites as materialized (select s.project_id, s.region_code, s.function, s.amount_yuan, s.signed_on, s.started_on, (%s) as own
                  from seen p join project_site s on s.project_id = p.id),
                whole as (select project_id, min(signed_on) filter (where own) as day, count(distinct region_code) > 1 as two,
                       sum(amount_yuan) filter (where own) as yuan from sites group by 1),
                firsts as materialized (select w.*, w.day >= :from as now from whole w where w.day between :before and :until)
                select 'first' as what, '' as value, now, count(*) as n, sum(yuan) as yuan from firsts group by 3
                union all select 'two', '', now, count(*), sum(yuan) from firsts where two group by 3
                union all select 'signed', '', signed_on >= :from, count(distinct project_id), sum(amount_yuan) from sites
                   where own and signed_on between :before and :until group by 3
                union all select 'started', '', started_on >= :from, count(distinct project_id), sum(amount_yuan) from sites
                   where own and started_on between :before and :until group by 3
                union all select 'chain', p.chain_id::text, f.now, count(*), sum(f.yuan) from firsts f join seen p on p.id = f.project_id
                   where p.chain_id is not null group by 2, 3
                union all select 'node', p.node_id::text, f.now, count(*), sum(f.yuan) from firsts f join seen p on p.id = f.project_id
                   where p.node_id is not null group by 2, 3
                union all select 'region', s.region_code, f.now, count(distinct s.project_id), sum(s.amount_yuan)
                    from firsts f join sites s on s.project_id = f.project_id where s.own group by 2, 3
                union all select 'function', s.function, f.now, count(distinct s.project_id), sum(s.amount_yuan)
                    from firsts f join sites s on s.project_id = f.project_id where s.own group by 2, 3
                union all select 'between', a.region_code || ',' || b.region_code, f.now, count(distinct a.project_id), null
                    from firsts f join sites a on a.project_id = f.project_id join sites b on b.project_id = f.project_id and a.region_code < b.region_code
                   group by 2, 3
                """.formatted(
                                LibraryReader.SEES,
                                filter.chainOf() == null ? "true" : "p.chain_id = :chain",
                                LibraryReader.counts(filter.scopeOf(viewer))))
                .params(values(filter, viewer))
                .param("before", period.previous().first())
                .param("from", period.first())
                .param("until", period.last())
                .query(row -> {
                    tallies.add(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getLong(4),
                            row.getBigDecimal(5));
                });
        return tallies;
    }

    /** First signed in the period and not shown to the viewer. */
    long beyond(CockpitFilter filter, Period period, Viewer viewer) {
        if (!filter.scopeOf(viewer).equals("BOTH") || filter.chainOf() != null) return 0;
        return jdbc.sql(
                        "select count(*) from project p where p.alliance_id = :alliance and not " + LibraryReader.SEES
                                + " and (select min(s.signed_on) from project_site s where s.project_id = p.id) between :from and :until")
                .params(values(filter, viewer))
                .param("from", period.first())
                .param("until", period.last())
                .query(Long.class)
                .single();
    }

    static Map<String, Object> values(CockpitFilter filter, Viewer viewer) {
        var values = new HashMap<>(LibraryReader.of(viewer));
        values.put("alliance", Objects.requireNonNullElse(viewer.allianceId(), new UUID(0, 0)));
        var chain = filter.chainOf();
        if (chain != null) values.put("chain", chain);
        return values;
    }
}
