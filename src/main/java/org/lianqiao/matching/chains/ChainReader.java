package org.lianqiao.matching.chains;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Known;
import org.lianqiao.projects.LibraryReader;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chains, nodes and figures, as their reader may see them: three statements, however long the chain is. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ChainReader {
    private final JdbcClient jdbc;

    record Chain(UUID id, String code, String name, String summary) {}

    /** A node, before anything is counted. */
    private record Bare(
            UUID id,
            String chain,
            String chainName,
            ChainNode.Stream stream,
            String name,
            List<UUID> feeds,
            List<UUID> fedBy) {}

    Optional<Chain> chain(String code) {
        return jdbc.sql("""
                select id, code, case when :english then name_en else name_zh end as name,
                       case when :english then summary_en else summary_zh end as summary
                  from industry_chain where code = :code and active
                """)
                .param("english", isEnglish())
                .param("code", code)
                .query(Chain.class)
                .optional();
    }

    /**
     * The regions of the reader's alliance, else of the first one; one that only coordinates others of them is left out.
     */
    List<Option> regions(Viewer viewer) {
        return jdbc.sql("""
                select r.code as value, case when :english then r.short_en else r.short_zh end as label
                  from alliance_region a join region r on r.code = a.region_code and r.active
                 where a.alliance_id = coalesce(cast(:alliance as uuid), (select id from alliance order by code limit 1))
                   and not exists (select from alliance_region b join region c on c.code = b.region_code
                                    where b.alliance_id = a.alliance_id and c.parent_code = r.code)
                 order by r.position, r.code
                """)
                .param("english", isEnglish())
                .param("alliance", viewer.allianceId())
                .query(Option.class)
                .list();
    }

    /**
     * The nodes of a chain with what they are joined to in others, or of all chains.
     *
     * @param chain nothing for all
     */
    List<ChainNode> nodes(@Nullable UUID chain, List<Option> regions, Viewer viewer) {
        var bare = jdbc.sql("""
                with own as (select id from chain_node where active and (cast(:chain as uuid) is null or chain_id = :chain))
                select n.id, c.code, case when :english then c.name_en else c.name_zh end, n.stream,
                       case when :english then n.name_en else n.name_zh end,
                       array(select e.downstream_id from chain_edge e join chain_node d on d.id = e.downstream_id and d.active
                              where e.upstream_id = n.id order by d.position, d.code),
                       array(select e.upstream_id from chain_edge e join chain_node u on u.id = e.upstream_id and u.active
                              where e.downstream_id = n.id order by u.position, u.code)
                  from chain_node n join industry_chain c on c.id = n.chain_id and c.active
                 where n.active and (n.id in (select id from own)
                    or n.id in (select e.downstream_id from chain_edge e join own on own.id = e.upstream_id)
                    or n.id in (select e.upstream_id from chain_edge e join own on own.id = e.downstream_id))
                 order by c.position, c.code, array_position(array['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM'], n.stream), n.position, n.code
                """)
                .param("english", isEnglish())
                .param("chain", chain)
                .query((row, n) -> bare(row))
                .list();
        var figures = figures(bare.stream().map(Bare::id).toList(), regions, viewer);
        return bare.stream()
                .map(b -> counted(b, figures.getOrDefault(b.id, Map.of())))
                .toList();
    }

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                ChainNode.Stream.valueOf(row.getString(4)),
                row.getString(5),
                List.of((UUID[]) row.getArray(6).getArray()),
                List.of((UUID[]) row.getArray(7).getArray()));
    }

    private static ChainNode counted(Bare b, Map<String, Figures> figures) {
        var byRegion = new LinkedHashMap<>(figures);
        var allied = Objects.requireNonNullElse(byRegion.remove("ALLIED"), Figures.NONE);
        var all = Objects.requireNonNullElse(byRegion.remove("ALL"), Figures.NONE);
        return new ChainNode(
                b.id, b.chain, b.chainName, b.stream, b.name, b.feeds, b.fedBy, Map.copyOf(byRegion), allied, all);
    }

    /** By node, then by region, {@code ALLIED} for all of the alliance's regions together, {@code ALL} for everywhere. */
    private Map<UUID, Map<String, Figures>> figures(List<UUID> nodes, List<Option> regions, Viewer viewer) {
        Map<UUID, Map<String, Figures>> figures = new HashMap<>();
        jdbc.sql("""
                with place as (select r.code, l.code as leaf from unnest(cast(:regions as text[])) as l(code)
                                 join region r on l.code in (r.code, r.parent_code))
                , standing as (select x.node_id, p.leaf, p.leaf is not null as allied, o.size from node_organization x
                                 join organization o on o.id = x.organization_id and o.kind = 'ENTERPRISE'
                                 left join place p on p.code = o.region_code
                                where x.node_id = any(cast(:nodes as uuid[])) and %s)
                , needed as (select n.node_id, p.leaf, p.leaf is not null as allied, n.direction from need n left join place p on p.code = n.region_code
                              where n.state = 'PUBLISHED' and n.node_id = any(cast(:nodes as uuid[])))
                , projected as (select p.node_id, q.leaf, q.leaf is not null as allied, p.id from project p left join project_site s on s.project_id = p.id
                                  left join place q on q.code = s.region_code
                                 where p.node_id = any(cast(:nodes as uuid[])) and %s)
                select 'ENTERPRISE', node_id, case when grouping(leaf) = 0 then leaf when grouping(allied) = 0 then 'ALLIED' else 'ALL' end, allied,
                       count(*), count(*) filter (where size = 'LARGE')
                  from standing group by grouping sets ((node_id, allied, leaf), (node_id, allied), (node_id))
                union all
                select 'NEED', node_id, case when grouping(leaf) = 0 then leaf when grouping(allied) = 0 then 'ALLIED' else 'ALL' end, allied,
                       count(*), count(*) filter (where direction = 'SEEK')
                  from needed group by grouping sets ((node_id, allied, leaf), (node_id, allied), (node_id))
                union all
                select 'PROJECT', node_id, case when grouping(leaf) = 0 then leaf when grouping(allied) = 0 then 'ALLIED' else 'ALL' end, allied,
                       count(distinct id), 0
                  from projected group by grouping sets ((node_id, allied, leaf), (node_id, allied), (node_id))
                """.formatted(Known.COUNTED, LibraryReader.SEES))
                .param("regions", regions.stream().map(Option::value).toArray(String[]::new))
                .param("nodes", nodes.stream().map(UUID::toString).toArray(String[]::new))
                .params(Known.to(viewer))
                .params(LibraryReader.of(viewer))
                .query(row -> {
                    var place = row.getString(3);
                    boolean outside = !"ALL".equals(place) && !row.getBoolean(4);
                    if (outside || place == null) return;
                    figures.computeIfAbsent(row.getObject(2, UUID.class), x -> new HashMap<>())
                            .merge(place, Figures.of(row.getString(1), row.getInt(5), row.getInt(6)), Figures::plus);
                });
        return figures;
    }

    static boolean isEnglish() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
