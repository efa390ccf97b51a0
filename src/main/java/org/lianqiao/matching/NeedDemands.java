package org.lianqiao.matching;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.matching.ranking.Demand;
import org.lianqiao.matching.ranking.DemandReader;
import org.lianqiao.matching.ranking.Lately;
import org.lianqiao.matching.ranking.Matchmaker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a need asks for: read from its words once for each snapshot, with what was said of enterprises before. */
@Component
@RequiredArgsConstructor
class NeedDemands {
    /** From half a hundred million yuan upward a matter is for large enterprises. */
    static final BigDecimal LARGE = new BigDecimal("50000000");

    private static final int WORDS_KEPT = 5_000;

    private final JdbcClient jdbc;
    private final Matchmaker matchmaker;
    private volatile Read read = new Read(new Object());

    /** What was read with one snapshot: another one may know other products. */
    private static final class Read {
        private final Object snapshot;
        private final Map<UUID, Words> words = Lately.used(WORDS_KEPT);

        private Read(Object snapshot) {
            this.snapshot = snapshot;
        }
    }

    private record Words(OffsetDateTime updatedAt, List<String> products, List<String> suppliersOf) {}

    /** With whom the asker itself, and others at the same node, found unsuitable. */
    @Transactional(readOnly = true)
    public Demand of(Sought need) {
        var excluded = new HashSet<UUID>();
        excluded.add(need.organizationId());
        return demand(need, excluded, doubted(need));
    }

    /** Only what the words say. */
    Demand inWords(Sought need) {
        return of(need, List.of());
    }

    /** The same of one of many needs, for enterprises of which everything that was said is known already. */
    Demand of(Sought need, List<Said> said) {
        var doubted = said.stream()
                .filter(s -> s.isDoubtAt(need.nodeId()) && !s.needId().equals(need.id()))
                .map(Said::organizationId)
                .collect(Collectors.toSet());
        return demand(need, Set.of(need.organizationId()), doubted);
    }

    private Demand demand(Sought need, Set<UUID> excluded, Set<UUID> doubted) {
        var words = words(need);
        boolean sought = need.isSought();
        boolean upstream = sought && !words.suppliersOf.isEmpty();
        return new Demand(
                sought && !upstream ? words.products : List.of(),
                words.suppliersOf,
                sought ? List.of() : withNode(words.products, need.node()),
                sought && !upstream ? need.node() : "",
                need.regionCode(),
                need.function(),
                need.amountYuan() != null && need.amountYuan().compareTo(LARGE) >= 0,
                excluded,
                doubted);
    }

    private Words words(Sought need) {
        var snapshot = matchmaker.snapshot();
        if (read.snapshot != snapshot) read = new Read(snapshot);
        var kept = read.words;
        var known = kept.get(need.id());
        if (known != null && known.updatedAt.isEqual(need.updatedAt())) return known;
        var made = words(need, new DemandReader(matchmaker::knows));
        kept.put(need.id(), made);
        return made;
    }

    private static Words words(Sought need, DemandReader reader) {
        var products = reader.products(need.title(), need.isSought());
        var suppliersOf =
                need.isSought() ? reader.suppliersOf(need.title() + "，" + need.description()) : List.<String>of();
        var others = new ArrayList<>(products);
        others.removeAll(suppliersOf);
        // A title that names what is wanted counts for more than what the text says of the own product.
        boolean named = others.stream().anyMatch(p -> !p.contains("上游"));
        return new Words(need.updatedAt(), products, named && !suppliersOf.isEmpty() ? List.of() : suppliersOf);
    }

    /** Only where it was about what they can do, not about price or place. */
    private Set<UUID> doubted(Sought need) {
        if (need.nodeId() == null) return Set.of();
        return new HashSet<>(jdbc.sql("""
                select f.organization_id from match_feedback f join need n on n.id = f.need_id
                 where n.node_id = :node and n.id <> :need and f.verdict = 'UNSUITABLE' and f.taken_back_at is null
                   and f.reason in ('PRODUCT', 'CAPACITY', 'QUALIFICATION') and f.given_for <> f.organization_id
                """)
                .param("node", need.nodeId())
                .param("need", need.id())
                .query(UUID.class)
                .list());
    }

    private static List<String> withNode(List<String> products, String node) {
        var all = new LinkedHashSet<>(products);
        if (!node.isEmpty()) all.add(node);
        return List.copyOf(all);
    }
}
