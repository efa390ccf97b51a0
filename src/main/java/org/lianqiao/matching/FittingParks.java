package org.lianqiao.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parks whose leading industries speak of what an enterprise makes, with what else speaks for them. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class FittingParks {
    private static final int SHOWN = 6;
    /** Two characters in common are enough where they name an industry; these name none. */
    private static final Set<String> GENERAL = Set.of(
            "制造", "装备", "产业", "服务", "技术", "智能", "先进", "高端", "系统", "设备", "新能", "能源", "工业", "信息", "商务", "设计", "与大", "材料",
            "加工", "数字", "平台", "安全", "经济");

    private final Catalogue catalogue;
    private final Choices choices;
    private final JdbcClient jdbc;

    private record Park(
            UUID id,
            String regionCode,
            String name,
            String focusZh,
            String focus,
            String[] functions,
            int neighbours,
            int sites) {}

    /** @param sites how many open offers of sites its region has */
    record Row(UUID id, String name, String regionCode, String region, String focus, List<String> reasons, int sites) {}

    List<Row> of(Viewer viewer) {
        var topics = topics(viewer);
        var function = wantedFunction(viewer);
        var rows = new ArrayList<Row>();
        for (var park : parks(viewer)) {
            var common = common(park.focusZh, topics);
            if (common == null) continue;
            var reasons = new ArrayList<String>();
            reasons.add(choices.text("matching.park.focus", common.focus, common.topic));
            if (park.neighbours > 0) reasons.add(choices.text("matching.park.neighbours", park.neighbours));
            if (function != null && Arrays.asList(park.functions).contains(function.name()))
                reasons.add(choices.text("matching.park.function", choices.label(function)));
            rows.add(new Row(
                    park.id,
                    park.name,
                    park.regionCode,
                    catalogue.regionName(park.regionCode),
                    park.focus,
                    reasons,
                    park.sites));
        }
        rows.sort(Comparator.comparing((Row r) -> -r.reasons.size()).thenComparing(r -> -r.sites));
        return rows.stream().limit(SHOWN).toList();
    }

    private List<Park> parks(Viewer viewer) {
        return jdbc.sql("""
                select k.id, k.region_code, case when :english then k.name_en else k.name_zh end as name, k.focus_zh,
                       case when :english then k.focus_en else k.focus_zh end as focus, r.functions,
                       (select count(*) from organization o where o.park_id = k.id and o.kind = 'ENTERPRISE' and o.status = 'REGISTERED'
                           and o.id <> :own and exists (select from organization_node x join chain_node n on n.id = x.node_id
                               where x.organization_id = o.id and n.chain_id in (select m.chain_id from organization_node y
                                   join chain_node m on m.id = y.node_id where y.organization_id = :own))) as neighbours,
                       (select count(*) from need n where n.state = 'PUBLISHED' and n.subject = 'SITE' and n.direction = 'OFFER'
                           and n.region_code = k.region_code) as sites
                  from park k join region r on r.code = k.region_code and r.active where k.active and k.focus_zh <> ''
                 order by r.position, k.name_zh limit 300
                """)
                .param("english", "en".equals(LocaleContextHolder.getLocale().getLanguage()))
                .param("own", viewer.organization())
                .query((row, i) -> new Park(
                        row.getObject("id", UUID.class),
                        row.getString("region_code"),
                        row.getString("name"),
                        row.getString("focus_zh"),
                        row.getString("focus"),
                        (String[]) row.getArray("functions").getArray(),
                        row.getInt("neighbours"),
                        row.getInt("sites")))
                .list();
    }

    /** What the enterprise stands for: products, nodes, chains and industry, the closest first. */
    private Set<String> topics(Viewer viewer) {
        return new LinkedHashSet<>(jdbc.sql("""
                select name from (
                  select name, 0 as far, position from organization_product where organization_id = :own
                  union all select n.name_zh, 1, n.position from organization_node x join chain_node n on n.id = x.node_id
                   where x.organization_id = :own
                  union all select c.name_zh, 2, c.position from organization_node x join chain_node n on n.id = x.node_id
                    join industry_chain c on c.id = n.chain_id where x.organization_id = :own
                  union all select i.name_zh, 3, 0 from organization o join industry_code i on i.code = o.industry_code
                   where o.id = :own) t order by far, position
                """)
                .param("own", viewer.organization())
                .query(String.class)
                .list());
    }

    /** The function of the site that it seeks, where it seeks one. */
    private @Nullable SiteFunction wantedFunction(Viewer viewer) {
        return jdbc.sql("""
                select function from need where organization_id = ? and state = 'PUBLISHED' and direction = 'SEEK' and function is not null
                 order by subject <> 'SITE', published_at desc limit 1
                """)
                .param(viewer.organization())
                .query(String.class)
                .optional()
                .map(SiteFunction::valueOf)
                .orElse(null);
    }

    private record Common(String focus, String topic, int length) {}

    private static @Nullable Common common(String focus, Set<String> topics) {
        Common best = null;
        for (var part : focus.split("[、，,/ ]+"))
            for (var topic : topics) {
                int length = inCommon(part.toLowerCase(Locale.ROOT), topic.toLowerCase(Locale.ROOT));
                if (length >= 2 && (best == null || length > best.length)) best = new Common(part, topic, length);
            }
        return best;
    }

    /** The longest run of characters that both hold and that names an industry. */
    private static int inCommon(String a, String b) {
        int longest = 0;
        for (int from = 0; from < a.length(); from++)
            for (int to = from + 2; to <= a.length(); to++) {
                var run = a.substring(from, to);
                if (!b.contains(run)) break;
                if (!GENERAL.contains(run)) longest = Math.max(longest, run.length());
            }
        return longest;
    }
}
