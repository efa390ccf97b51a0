package org.lianqiao.cockpit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is announced, in numbers for everybody: published projects alone, in all, by region of their sites and by chain. */
@Component
@RequiredArgsConstructor
class Announced {
    private final JdbcClient jdbc;

    /** @param key the region's code or the chain's id */
    record Line(
            String key,
            String name,
            long projects,
            @Nullable Money money) {}

    record Totals(Line all, List<Line> regions, List<Line> chains) {}

    Totals totals(boolean english) {
        var all = new ArrayList<Line>();
        var regions = new ArrayList<Line>();
        var chains = new ArrayList<Line>();
        jdbc.sql("""
                with sites as (select s.project_id, s.region_code, s.amount_yuan, p.chain_id
                    from project p join project_site s on s.project_id = p.id where p.publication = 'PUBLISHED')
                select 'all' as what, '' as key, '' as name, count(distinct project_id) as n, sum(amount_yuan) as yuan from sites
                union all select 'region', r.code, case when :english then r.short_en else r.short_zh end, count(distinct project_id), sum(amount_yuan)
                    from sites join region r on r.code = region_code group by r.code
                union all select 'chain', c.id::text, case when :english then c.name_en else c.name_zh end, count(distinct project_id), sum(amount_yuan)
                    from sites join industry_chain c on c.id = chain_id group by c.id
                order by n desc, key
                """).param("english", english).query(row -> {
            var line = new Line(row.getString(2), row.getString(3), row.getLong(4), money(row.getBigDecimal(5)));
            switch (row.getString(1)) {
                case "all" -> all.add(line);
                case "region" -> regions.add(line);
                default -> chains.add(line);
            }
        });
        return new Totals(all.get(0), regions, chains);
    }

    private static @Nullable Money money(@Nullable BigDecimal yuan) {
        return yuan == null || yuan.signum() <= 0 ? null : Money.ofYuan(yuan);
    }
}
