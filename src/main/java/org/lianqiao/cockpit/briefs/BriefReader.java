package org.lianqiao.cockpit.briefs;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.cockpit.briefs.BriefItem.Fact;
import org.lianqiao.cockpit.briefs.BriefItem.Line;
import org.lianqiao.cockpit.briefs.BriefItem.Position;
import org.lianqiao.cockpit.briefs.BriefItem.Site;
import org.lianqiao.projects.LibraryReader;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what goes into a brief: of projects what its reader finds in the library, of needs what is published; of both the
 * public words only, whoever asks. What the reader may not see is left out as if it were not.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class BriefReader {
    private static final int LINES = 12;
    private static final String NODE = """
            c.id as chain_id, case when :english then c.name_en else c.name_zh end as chain, n.stream, case when :english then n.name_en else n.name_zh end as node,
            array(select case when :english then x.name_en else x.name_zh end from chain_edge e join chain_node x on x.id = e.upstream_id where e.downstream_id = n.id and x.active order by x.code limit 6) as before,
            array(select case when :english then x.name_en else x.name_zh end from chain_edge e join chain_node x on x.id = e.downstream_id where e.upstream_id = n.id and x.active order by x.code limit 6) as after
            """;

    private final JdbcClient jdbc;

    List<BriefItem> items(Selection selection, Viewer viewer) {
        var items = new ArrayList<BriefItem>();
        boolean english = selection.isEnglish();
        if (!selection.regions().isEmpty()) items.addAll(regions(selection.regions(), english, viewer));
        if (!selection.projects().isEmpty()) items.addAll(projects(selection.projects(), english, viewer));
        if (!selection.needs().isEmpty()) items.addAll(needs(selection.needs(), english));
        return items;
    }

    private List<BriefItem> projects(List<UUID> ids, boolean english, Viewer viewer) {
        var sites = sites(ids, english, viewer);
        return jdbc.sql(
                        "select p.id, p.number, case when :english and p.name_en <> '' then p.name_en else p.name end as title,"
                                + " case when :english and p.public_summary_en <> '' then p.public_summary_en else p.public_summary end as text,"
                                + " p.publication = 'PUBLISHED' as open, case when :english and h.name_en <> '' then h.name_en else h.name end as office, "
                                + NODE
                                + " from project p join organization h on h.id = p.holder_office_id left join chain_node n on n.id = p.node_id"
                                + " left join industry_chain c on c.id = p.chain_id where p.id in (:ids) and "
                                + LibraryReader.SEES
                                + " order by array_position(cast(:order as uuid[]), p.id)")
                .params(LibraryReader.of(viewer))
                .param("ids", ids)
                .param("order", ordered(ids))
                .param("english", english)
                .query((row, n) -> project(row, sites.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static BriefItem project(ResultSet row, List<Site> sites) throws SQLException {
        var facts = new ArrayList<Fact>();
        var sum = sites.stream().map(Site::money).filter(Objects::nonNull).reduce(Money::plus);
        sum.ifPresent(money -> facts.add(new Fact("amount", null, money, null)));
        facts.add(Fact.of("sites", String.valueOf(sites.size())));
        return new BriefItem(
                "PROJECT",
                "/projects/" + row.getString("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("open"),
                row.getString("office"),
                facts,
                sites,
                List.of(),
                position(row));
    }

    private Map<UUID, List<Site>> sites(List<UUID> ids, boolean english, Viewer viewer) {
        var sites = new HashMap<UUID, List<Site>>();
        jdbc.sql(
                        "select s.project_id, s.function, r.code, case when :english then r.name_en else r.name_zh end as region,"
                                + " coalesce(case when :english and k.name_en <> '' then k.name_en else k.name_zh end, '') as park, s.area_sqm, s.amount_yuan"
                                + " from project p join project_site s on s.project_id = p.id join region r on r.code = s.region_code left join park k on k.id = s.park_id"
                                + " where p.id in (:ids) and " + LibraryReader.SEES + " order by s.position, s.id")
                .params(LibraryReader.of(viewer))
                .param("ids", ids)
                .param("english", english)
                .query(row -> {
                    sites.computeIfAbsent(row.getObject("project_id", UUID.class), x -> new ArrayList<>())
                            .add(new Site(
                                    row.getString("function"),
                                    row.getString("code"),
                                    row.getString("region"),
                                    row.getString("park"),
                                    Area.ofSquareMetres(row.getBigDecimal("area_sqm")),
                                    Money.ofYuan(row.getBigDecimal("amount_yuan"))));
                });
        return sites;
    }

    private List<BriefItem> needs(List<UUID> ids, boolean english) {
        return jdbc.sql(
                        "select d.*, case when :english and d.title_en <> '' then d.title_en else d.title end as shown,"
                                + " case when d.anonymous then '' when :english and o.name_en <> '' then o.name_en else o.name end as office,"
                                + " coalesce(r.code, '') as code, coalesce(case when :english then r.name_en else r.name_zh end, '') as region, "
                                + NODE
                                + " from need d join organization o on o.id = d.organization_id left join region r on r.code = d.region_code"
                                + " left join chain_node n on n.id = d.node_id left join industry_chain c on c.id = d.chain_id"
                                + " where d.id in (:ids) and d.state = 'PUBLISHED' order by array_position(cast(:order as uuid[]), d.id)")
                .param("ids", ids)
                .param("order", ordered(ids))
                .param("english", english)
                .query((row, n) -> need(row))
                .list();
    }

    private static BriefItem need(ResultSet row) throws SQLException {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("kind", "NeedKind." + row.getString("kind")));
        facts.add(Fact.of("direction", "NeedDirection." + row.getString("direction")));
        if (!row.getString("region").isEmpty()) facts.add(Fact.of("region", row.getString("region")));
        var money = Money.ofYuan(row.getBigDecimal("amount_yuan"));
        if (money != null) facts.add(new Fact("amount", null, money, null));
        var area = Area.ofSquareMetres(row.getBigDecimal("site_area_sqm"));
        if (area != null) facts.add(new Fact("area", null, null, area));
        if (row.getString("expires_on") != null) facts.add(Fact.of("until", row.getString("expires_on")));
        var function = row.getString("function");
        var sites = row.getString("code").isEmpty() || function == null
                ? List.<Site>of()
                : List.of(new Site(function, row.getString("code"), row.getString("region"), "", area, money));
        return new BriefItem(
                "NEED",
                "/needs/" + row.getString("id"),
                row.getString("number"),
                row.getString("shown"),
                row.getString("description"),
                true,
                row.getString("office"),
                facts,
                sites,
                List.of(),
                position(row));
    }

    private List<BriefItem> regions(List<String> codes, boolean english, Viewer viewer) {
        return jdbc.sql("select r.code, case when :english then r.name_en else r.name_zh end as title,"
                        + " case when :english then r.known_for_en else r.known_for_zh end as text, r.functions from region r"
                        + " where r.code in (:codes) and r.active and exists (select from alliance_region a where a.region_code = r.code)"
                        + " order by r.position, r.code")
                .param("codes", codes)
                .param("english", english)
                .query((row, n) -> region(row, english, viewer))
                .list();
    }

    private BriefItem region(ResultSet row, boolean english, Viewer viewer) throws SQLException {
        var code = row.getString("code");
        var lines = lines(code, english, viewer);
        var title = row.getString("title");
        var facts = new ArrayList<Fact>();
        for (var key : List.of("parks", "projects", "needs")) {
            long count = lines.stream().filter(l -> l.key().equals(key)).count();
            if (count > 0) facts.add(Fact.of(key, String.valueOf(count)));
        }
        var sites = Arrays.stream((String[]) row.getArray("functions").getArray())
                .map(f -> new Site(f, code, title, "", null, null))
                .toList();
        return new BriefItem(
                "REGION",
                "/needs?region=" + code,
                "",
                title,
                row.getString("text"),
                true,
                "",
                facts,
                sites,
                lines,
                null);
    }

    /** The parks of a region, its projects that the reader sees and its open needs, the latest first. */
    private List<Line> lines(String code, boolean english, Viewer viewer) {
        return jdbc.sql("""
                (select 'parks' as key, case when :english and k.name_en <> '' then k.name_en else k.name_zh end as title,
                        case when :english then k.focus_en else k.focus_zh end as second from park k join region r on r.code = k.region_code
                  where k.active and :code in (r.code, r.parent_code) order by k.name_zh limit :most)
                union all (select 'projects', case when :english and p.name_en <> '' then p.name_en else p.name end, coalesce(case when :english then c.name_en else c.name_zh end, '')
                   from project p left join industry_chain c on c.id = p.chain_id where p.publication = 'PUBLISHED' and %s
                    and exists (select from project_site s join region r on r.code = s.region_code where s.project_id = p.id and :code in (r.code, r.parent_code))
                  order by p.published_at desc, p.id desc limit :most)
                union all (select 'needs', case when :english and d.title_en <> '' then d.title_en else d.title end, coalesce(case when :english then n.name_en else n.name_zh end, '')
                   from need d join region r on r.code = d.region_code left join chain_node n on n.id = d.node_id
                  where d.state = 'PUBLISHED' and :code in (r.code, r.parent_code) order by d.published_at desc, d.id desc limit :most)
                """.formatted(LibraryReader.SEES))
                .params(LibraryReader.of(viewer))
                .param("code", code)
                .param("english", english)
                .param("most", LINES)
                .query(Line.class)
                .list();
    }

    /** A place on the schematic: a region of the first alliance that has no other of it within. */
    record Place(String code, String name) {}

    List<Place> places(boolean english) {
        return jdbc.sql("""
                select r.code, case when :english then r.short_en else r.short_zh end as name
                  from alliance_region a join region r on r.code = a.region_code and r.active
                 where a.alliance_id = (select id from alliance order by code limit 1)
                   and not exists (select from alliance_region b join region c on c.code = b.region_code where b.alliance_id = a.alliance_id and c.parent_code = r.code)
                 order by r.position, r.code
                """).param("english", english).query(Place.class).list();
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        if (row.getString("chain") == null || row.getString("node") == null) return null;
        return new Position(
                row.getString("chain"),
                row.getString("stream"),
                row.getString("node"),
                texts(row.getArray("before")),
                texts(row.getArray("after")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String ordered(List<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }
}
