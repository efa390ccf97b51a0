package org.lianqiao.matching.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.ranking.ProductGraph.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole snapshot from the database, in rows that stream. */
@Component
@RequiredArgsConstructor
class MatchIndexReader {
    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;

    /**
     * Tells whether anything that the snapshot was made from changed since: PostgreSQL counts the written rows of each
     * table itself, about a second after the commit.
     */
    @Transactional(readOnly = true)
    public long writes() {
        return jdbc.sql("""
                select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint from pg_stat_user_tables
                 where relname in ('organization', 'match_silence', 'organization_product', 'organization_node', 'product', 'product_name',
                                   'product_edge', 'chain_node', 'chain_edge', 'search_synonym')
                """).query(Long.class).single();
    }

    /** One moment of the database, though it takes several statements. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MatchIndex read() {
        var builder = new MatchIndex.Builder(graph(), thesaurus());
        var made = made();
        var seats = seats();
        jdbc.sql("""
                select o.id, o.name, o.region_code, o.size, o.status = 'REGISTERED', cast(o.registered_at as date),
                       o.industry_text || '/' || coalesce(i.name_zh, ''),
                       o.status = 'REGISTERED' and not exists (select from match_silence s where s.organization_id = o.id),
                       o.status = 'REGISTERED' or o.created_by is null and not o.unverified or exists (select from membership c join organization f
                         on f.id = c.organization_id and f.platform_role = 'OPERATOR' where c.account_id = o.created_by), o.created_by
                  from organization o left join industry_code i on i.code = o.industry_code
                 where o.kind = 'ENTERPRISE' and o.status <> 'SUSPENDED' and o.platform_role is null order by o.id
                """).withFetchSize(ROWS).query(row -> {
            var id = row.getObject(1, UUID.class);
            // Of whom nothing is known but the name, as from a ledger, nothing can be said, nor may be.
            boolean silent = "/".equals(row.getString(7));
            if (!row.getBoolean(5) && silent && !made.containsKey(id)) return;
            boolean staff = row.getBoolean(9);
            var noted = row.getObject(10, UUID.class);
            var known = new MatchIndex.Known(
                    staff, row.getBoolean(8), staff || noted == null ? Set.of() : seats.getOrDefault(noted, Set.of()));
            builder.add(
                    id,
                    text(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getObject(6, LocalDate.class),
                    text(row.getString(7)),
                    made.getOrDefault(id, List.of()),
                    known);
        });
        return builder.build();
    }

    /** The organisations for which those who noted an enterprise work now. */
    private Map<UUID, Set<UUID>> seats() {
        Map<UUID, Set<UUID>> seats = new HashMap<>();
        jdbc.sql("""
                select m.account_id, m.organization_id from membership m where m.ended_at is null and exists (
                       select from organization o where o.created_by = m.account_id and o.status = 'KNOWN')
                """).query(row -> {
            seats.computeIfAbsent(row.getObject(1, UUID.class), a -> new HashSet<>())
                    .add(row.getObject(2, UUID.class));
        });
        return seats;
    }

    /** What each makes, its main product first; then the nodes at which it stands. */
    private Map<UUID, List<String>> made() {
        Map<UUID, List<String>> made = new HashMap<>();
        jdbc.sql("select organization_id, name from organization_product order by organization_id, position, name")
                .withFetchSize(ROWS)
                .query(row -> {
                    keep(made, row.getObject(1, UUID.class), text(row.getString(2)));
                });
        jdbc.sql("select x.organization_id, n.name_zh from organization_node x join chain_node n on n.id = x.node_id")
                .withFetchSize(ROWS)
                .query(row -> {
                    keep(made, row.getObject(1, UUID.class), text(row.getString(2)));
                });
        return made;
    }

    private static void keep(Map<UUID, List<String>> made, UUID owner, String name) {
        made.computeIfAbsent(owner, o -> new ArrayList<>(8)).add(name);
    }

    private Thesaurus thesaurus() {
        var thesaurus = new Thesaurus();
        jdbc.sql("select means || word from search_synonym where mutual order by word")
                .query(row -> {
                    thesaurus.add(List.of((String[]) row.getArray(1).getArray()));
                });
        return thesaurus;
    }

    private ProductGraph graph() {
        var graph = new ProductGraph();
        Map<UUID, Item> items = new HashMap<>();
        jdbc.sql("select id, name from product").withFetchSize(ROWS).query(row -> {
            items.put(row.getObject(1, UUID.class), graph.item(text(row.getString(2))));
        });
        jdbc.sql("select product_id, name from product_name")
                .withFetchSize(ROWS)
                .query(row -> {
                    graph.alias(item(items, row.getObject(1, UUID.class)), text(row.getString(2)));
                });
        jdbc.sql("select id, name_zh from chain_node where active").query(row -> {
            items.put(row.getObject(1, UUID.class), graph.item(text(row.getString(2))));
        });
        jdbc.sql("select from_id, to_id, relation = 'SUPPLIES' from product_edge")
                .withFetchSize(ROWS)
                .query(row -> {
                    var from = item(items, row.getObject(1, UUID.class));
                    var to = item(items, row.getObject(2, UUID.class));
                    if (row.getBoolean(3)) ProductGraph.supplies(from, to);
                    else ProductGraph.includes(from, to);
                });
        jdbc.sql("""
                select e.upstream_id, e.downstream_id from chain_edge e
                  join chain_node u on u.id = e.upstream_id and u.active join chain_node d on d.id = e.downstream_id and d.active
                """).query(row -> {
            ProductGraph.supplies(item(items, row.getObject(1, UUID.class)), item(items, row.getObject(2, UUID.class)));
        });
        return graph;
    }

    private static Item item(Map<UUID, Item> items, UUID id) {
        return Objects.requireNonNull(items.get(id));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
