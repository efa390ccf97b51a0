package org.lianqiao.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.chains.ChainMaps;
import org.lianqiao.matching.chains.ChainStrip;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public home page, the same for everybody: read at most twice a minute in each language. */
@Component
@RequiredArgsConstructor
class Home {
    private static final int SECONDS_KEPT = 30;

    private final JdbcClient jdbc;
    private final ChainMaps chainMaps;
    private final Announced announced;
    private final Clock clock;
    private final Map<Boolean, Page> kept = new HashMap<>();

    /** @param owner empty where it is not to be named */
    record NeedLine(
            UUID id,
            String kind,
            String direction,
            String title,
            String owner,
            String node,
            String region,
            @Nullable Money amount) {}

    /** @param sites each function with its region */
    record ProjectTile(
            UUID id,
            String name,
            String chain,
            List<Site> sites,
            @Nullable Money amount) {}

    record Site(String function, String region) {}

    record ComingEvent(UUID id, String name, String place, ZonedDateTime starts) {}

    /** @param needs how many open needs the region has */
    record Place(String side, String code, String name, List<String> functions, String knownFor, int needs) {}

    /** @param places by the side of the alliance that they stand on */
    record Page(
            Map<String, List<Place>> places,
            List<ChainStrip> chains,
            List<NeedLine> needs,
            List<ProjectTile> projects,
            List<ComingEvent> events,
            Announced.Totals announced,
            Instant until) {}

    synchronized Page page() {
        boolean english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        var now = clock.instant();
        var page = kept.get(english);
        if (page == null || !now.isBefore(page.until)) {
            page = new Page(
                    places(english),
                    chainMaps.strips(Viewer.VISITOR),
                    needs(english),
                    projects(english),
                    events(english),
                    announced.totals(english),
                    now.plusSeconds(SECONDS_KEPT));
            kept.put(english, page);
        }
        return page;
    }

    /** Who does what: the alliance's regions with functions, without those that only coordinate others of them. */
    private Map<String, List<Place>> places(boolean english) {
        var places = jdbc.sql("""
                select case when :english then s.name_en else s.name_zh end as side, r.code,
                       case when :english then r.short_en else r.short_zh end as name, r.functions,
                       case when :english then r.known_for_en else r.known_for_zh end as known_for,
                       (select count(*) from (select 1 from need n where n.state = 'PUBLISHED' and n.region_code = r.code limit 1000) t) as needs
                  from alliance_side s join alliance_region a on a.alliance_id = s.alliance_id and a.side = s.code
                  join region r on r.code = a.region_code and r.active
                 where r.functions <> '{}' and not exists (select from alliance_region below join region child on child.code = below.region_code
                         where below.alliance_id = a.alliance_id and child.parent_code = r.code)
                   and s.alliance_id = (select id from alliance order by code limit 1)
                 order by s.position, r.position, r.code
                """)
                .param("english", english)
                .query((row, n) -> new Place(
                        row.getString("side"),
                        row.getString("code"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("functions").getArray()),
                        row.getString("known_for"),
                        row.getInt("needs")))
                .list();
        return places.stream().collect(Collectors.groupingBy(Place::side, LinkedHashMap::new, Collectors.toList()));
    }

    private List<NeedLine> needs(boolean english) {
        return jdbc.sql("""
                select n.id, n.kind, n.direction, case when :english and n.title_en <> '' then n.title_en else n.title end as title,
                       case when n.anonymous then '' else o.name end as owner,
                       coalesce(case when :english then x.name_en else x.name_zh end, '') as node,
                       coalesce(case when :english then r.short_en else r.short_zh end, '') as region, n.amount_yuan
                  from need n join organization o on o.id = n.organization_id
                  left join chain_node x on x.id = n.node_id left join region r on r.code = n.region_code
                 where n.state = 'PUBLISHED' order by n.published_at desc, n.id desc limit 6
                """)
                .param("english", english)
                .query((row, i) -> new NeedLine(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("direction"),
                        row.getString("title"),
                        row.getString("owner"),
                        row.getString("node"),
                        row.getString("region"),
                        Money.ofYuan(row.getBigDecimal("amount_yuan"))))
                .list();
    }

    private List<ProjectTile> projects(boolean english) {
        return jdbc.sql("""
                select p.id, case when :english and p.name_en <> '' then p.name_en else p.name end as name,
                       coalesce(case when :english then c.name_en else c.name_zh end, '') as chain,
                       array_agg(s.function order by s.position) as functions,
                       array_agg(case when :english then r.short_en else r.short_zh end order by s.position) as regions,
                       sum(s.amount_yuan) as amount_yuan
                  from project p join project_site s on s.project_id = p.id join region r on r.code = s.region_code
                  left join industry_chain c on c.id = p.chain_id
                 where p.publication = 'PUBLISHED' group by p.id, c.id order by p.published_at desc, p.id desc limit 4
                """)
                .param("english", english)
                .query((row, i) -> project(row))
                .list();
    }

    private static ProjectTile project(ResultSet row) throws SQLException {
        var functions = (String[]) row.getArray("functions").getArray();
        var regions = (String[]) row.getArray("regions").getArray();
        return new ProjectTile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("chain"),
                IntStream.range(0, functions.length)
                        .mapToObj(i -> new Site(functions[i], regions[i]))
                        .toList(),
                Money.ofYuan(row.getBigDecimal("amount_yuan")));
    }

    private List<ComingEvent> events(boolean english) {
        return jdbc.sql("""
                select id, case when :english and name_en <> '' then name_en else name_zh end as name,
                       case when :english and place_en <> '' then place_en else place_zh end as place, starts_at
                  from event where published and ends_at > now() order by starts_at, id limit 3
                """)
                .param("english", english)
                .query((row, n) -> new ComingEvent(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).atZoneSameInstant(Time.ZONE)))
                .list();
    }
}
