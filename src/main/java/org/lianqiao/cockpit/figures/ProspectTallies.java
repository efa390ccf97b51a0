package org.lianqiao.cockpit.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.LedgerReader;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in figures: the same conditions as its list, so that both come to the same number. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProspectTallies {
    private static final String[] STEPS = {
        "days_to_contact", "days_to_negotiation", "days_to_signing", "days_to_landing", "days_to_production"
    };

    private final JdbcClient jdbc;

    /** @param days the median, and of how many; nothing where none took the step */
    record Pace(@Nullable Integer days, int of) {}

    /** What is held by others and not shared with the viewer: by an office of the own side, or by the other one. */
    record Beyond(long own, long other) {
        static final Beyond NONE = new Beyond(0, 0);
    }

    /**
     * By {@code stage}, {@code source}, {@code event}, {@code chain}, {@code region}, {@code place} (chain and region), {@code
     * node}, {@code holder} and {@code all}; what is seen only in part stands under stage, holder and all.
     */
    Tallies tallies(CockpitFilter filter, Period period, Viewer viewer) {
        var tallies = new Tallies();
        jdbc.sql("""
                with hits as (select p.reported_at >= :from as now, p.stage, p.holder_office_id as holder,
                       case when p.whole then p.source end as source, case when p.whole and p.source = 'EVENT' then p.source_note end as event,
                       case when p.whole then p.chain_id end as chain, case when p.whole then p.region_code end as region,
                       case when p.whole then p.node_id end as node
                  from (select p.*, %s as whole from prospect p where %s and p.reported_at >= :before and p.reported_at < :until) p
                 where %s)
                select case when grouping(stage) = 0 then 'stage' when grouping(source) = 0 then 'source' when grouping(event) = 0 then 'event'
                            when grouping(chain) = 0 then 'place' when grouping(node) = 0 then 'node' else 'holder' end as what,
                       now, coalesce(stage, source, event, chain::text, node::text, holder::text) as value,
                       case when grouping(chain) = 0 then region end as region, count(*) as n
                  from hits group by grouping sets ((now, stage), (now, source), (now, event), (now, chain, region), (now, node), (now, holder))
                """.formatted(whole(filter, viewer), lists(filter, viewer), chain(filter)))
                .params(values(filter, viewer))
                .param("before", Time.startOf(period.previous().first()))
                .param("from", Time.startOf(period.first()))
                .param("until", Time.startOf(period.last().plusDays(1)))
                .query(row -> {
                    var what = row.getString("what");
                    var value = row.getString("value");
                    var now = row.getBoolean("now");
                    var count = row.getLong("n");
                    if (!what.equals("place")) tallies.add(what, value, now, count, null);
                    else {
                        var region = row.getString("region");
                        tallies.add("chain", value, now, count, null);
                        tallies.add("region", region, now, count, null);
                        if (value != null && region != null)
                            tallies.add("place", value + " " + region, now, count, null);
                    }
                    if (what.equals("stage")) tallies.add("all", "", now, count, null);
                });
        return tallies;
    }

    /** How many days each step took, of those reported in the period. */
    List<Pace> pace(CockpitFilter filter, Period period, Viewer viewer) {
        var columns = new StringBuilder();
        for (var step : STEPS)
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("percentile_disc(0.5) within group (order by ")
                    .append(step)
                    .append("), count(")
                    .append(step)
                    .append(")");
        return jdbc.sql("select " + columns + " from (select p.*, " + whole(filter, viewer)
                        + " as whole from prospect p where " + lists(filter, viewer)
                        + " and p.reported_at >= :from and p.reported_at < :until) p where " + chain(filter))
                .params(values(filter, viewer))
                .param("from", Time.startOf(period.first()))
                .param("until", Time.startOf(period.last().plusDays(1)))
                .query((row, n) -> {
                    var pace = new ArrayList<Pace>();
                    for (int i = 0; i < STEPS.length; i++)
                        pace.add(new Pace(row.getObject(2 * i + 1, Integer.class), row.getInt(2 * i + 2)));
                    return pace;
                })
                .single();
    }

    Beyond beyond(CockpitFilter filter, Period period, Viewer viewer) {
        var scope = filter.scopeOf(viewer);
        if (scope.equals("OURS") || filter.chainOf() != null) return Beyond.NONE;
        var sql =
                "select count(*) filter (where %1$s), count(*) filter (where not %1$s) from prospect p where p.alliance_id = :alliance and not %2$s"
                        + " and p.reported_at >= :from and p.reported_at < :until";
        return jdbc.sql(sql.formatted("p.holder_office_id in " + LedgerReader.sideOffices(), LedgerReader.sees()))
                .params(LedgerReader.of(viewer))
                .param("from", Time.startOf(period.first()))
                .param("until", Time.startOf(period.last().plusDays(1)))
                .query((row, n) -> new Beyond(row.getLong(1), scope.equals("BOTH") ? row.getLong(2) : 0))
                .single();
    }

    /** What is overdue today, whenever it was reported, by the office that holds it. */
    Map<String, Long> late(CockpitFilter filter, LocalDate today, Viewer viewer) {
        var late = new HashMap<String, Long>();
        jdbc.sql("select p.holder_office_id::text, count(*) from (select p.*, " + whole(filter, viewer)
                        + " as whole from prospect p where p.next_due_on < :today and p.status in ('OPEN', 'PAUSED') and "
                        + lists(filter, viewer) + ") p where p.whole and " + chain(filter) + " group by 1")
                .params(values(filter, viewer))
                .param("today", today)
                .query(row -> {
                    late.put(row.getString(1), row.getLong(2));
                });
        return late;
    }

    private static String lists(CockpitFilter filter, Viewer viewer) {
        return LedgerReader.lists(filter.scopeOf(viewer), viewer);
    }

    private static String whole(CockpitFilter filter, Viewer viewer) {
        return LedgerReader.whole(filter.scopeOf(viewer), viewer);
    }

    private static String chain(CockpitFilter filter) {
        return filter.chainOf() == null ? "true" : "p.whole and p.chain_id = :chain";
    }

    private static Map<String, Object> values(CockpitFilter filter, Viewer viewer) {
        var values = new HashMap<>(LedgerReader.of(viewer));
        var chain = filter.chainOf();
        if (chain != null) values.put("chain", chain);
        return values;
    }
}
