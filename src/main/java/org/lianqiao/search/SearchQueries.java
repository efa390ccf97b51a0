package org.lianqiao.search;

import com.hankcs.hanlp.HanLP;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reader finds: who may find an entry is a part of every query, also of counts, suggestions and guesses. */
@Component
@RequiredArgsConstructor
@Slf4j
class SearchQueries {
    private static final AggregationKey<Map<String, Long>> KINDS = AggregationKey.of("kinds");
    private static final AggregationKey<Map<String, Long>> REGIONS = AggregationKey.of("regions");
    private static final AggregationKey<Map<String, Long>> CHAINS = AggregationKey.of("chains");
    private static final int MOST_FACETS = 12;
    private static final int MOST_SUGGESTIONS = 8;
    private static final int SHORTEST_PART = 2;

    private final EntityManager entities;
    private final Synonyms synonyms;
    private final Places places;
    private final Choices choices;
    private final IndexHome home;
    private final WithoutIndex withoutIndex;
    private final Guesses guesses;
    private final Upkeep upkeep;
    private volatile FoldedPlaces folded = new FoldedPlaces(Set.of(), Set.of());

    Asked understand(SearchFilter filter) {
        return Asked.of(filter.q(), placeNames(), synonyms);
    }

    /** Folded as queries are: 三河 is 3河. */
    private Set<String> placeNames() {
        var names = places.names();
        var known = folded;
        if (known.names == names) return known.folded;
        var fresh = names.stream().map(Folding::name).collect(Collectors.toUnmodifiableSet());
        folded = new FoldedPlaces(names, fresh);
        return fresh;
    }

    private record FoldedPlaces(Set<String> names, Set<String> folded) {}

    @Transactional(readOnly = true)
    public Found find(SearchFilter filter, Asked asked, Viewer viewer, Paging paging) {
        if (asked.isEmpty()) return nothing(paging);
        if (!home.isComplete()) return withoutIndex.find(filter, asked, viewer, paging);
        try {
            return indexed(filter, asked, viewer, paging);
        } catch (SearchException e) {
            log.error("The search index does not answer", e);
            upkeep.broken();
            return withoutIndex.find(filter, asked, viewer, paging);
        }
    }

    /** Titles that begin with, hold or sound like what is being typed. */
    @Transactional(readOnly = true)
    public List<Hit> suggest(Asked asked, Viewer viewer) {
        if (asked.isEmpty() || !home.isComplete()) return List.of();
        return Hit.of(
                session()
                        .search(SearchEntry.class)
                        .where((f, root) ->
                                root.add(new Matching(f).begun(asked)).add(Matching.mayFind(f, viewer)))
                        .fetchHits(MOST_SUGGESTIONS),
                asked,
                places);
    }

    private Found indexed(SearchFilter filter, Asked asked, Viewer viewer, Paging paging) {
        var result = search(filter, f -> new Matching(f).of(asked), viewer, paging);
        var parts = result.total().hitCount() == 0 ? parts(asked) : List.<String>of();
        boolean loosely = parts.size() > 1;
        if (loosely) result = search(filter, f -> new Matching(f).parts(parts), viewer, paging);
        long total = result.total().hitCount();
        return new Found(
                new PageOf<>(Hit.of(result.hits(), asked, places), paging, (int) Math.min(total, PageOf.CAP + 1)),
                kinds(filter, asked, viewer, loosely ? parts : List.of(), result),
                facets(result.aggregation(REGIONS), places::regionName, filter.regionOf()),
                facets(result.aggregation(CHAINS), places::chainName, filter.chainOf()),
                loosely && total > 0,
                total == 0 ? guesses.of(asked, viewer) : List.of());
    }

    private SearchResult<SearchEntry> search(SearchFilter filter, Matched matched, Viewer viewer, Paging paging) {
        return session()
                .search(SearchEntry.class)
                .where((f, root) -> {
                    root.add(matched.by(f)).add(Matching.mayFind(f, viewer));
                    narrow(f, filter).forEach(root::add);
                })
                .sort(f -> filter.isByDate()
                        ? f.composite().add(f.field(EntryBinder.DATE).desc()).add(f.score())
                        : f.composite()
                                .add(f.score())
                                .add(f.field(EntryBinder.DATE).desc()))
                .aggregation(KINDS, f -> f.terms().field(EntryBinder.KIND, String.class))
                .aggregation(
                        REGIONS,
                        f -> f.terms().field(EntryBinder.REGION, String.class).maxTermCount(MOST_FACETS))
                .aggregation(
                        CHAINS,
                        f -> f.terms().field(EntryBinder.CHAIN, String.class).maxTermCount(MOST_FACETS))
                .fetch(paging.offset(), paging.size());
    }

    @FunctionalInterface
    private interface Matched {
        SearchPredicate by(SearchPredicateFactory f);
    }

    private static List<SearchPredicate> narrow(SearchPredicateFactory f, SearchFilter filter) {
        var narrow = new java.util.ArrayList<SearchPredicate>();
        var kind = filter.kindOf();
        if (kind != null) narrow.add(is(f, EntryBinder.KIND, kind.name()));
        if (filter.regionOf() != null) narrow.add(is(f, EntryBinder.REGION, filter.regionOf()));
        if (filter.chainOf() != null) narrow.add(is(f, EntryBinder.CHAIN, filter.chainOf()));
        return narrow;
    }

    private static SearchPredicate is(SearchPredicateFactory f, String field, String value) {
        return f.match().field(field).matching(value).constantScore().boost(0).toPredicate();
    }

    /** The kinds stay in view, with their counts, when one of them is chosen. */
    private List<Facet> kinds(
            SearchFilter filter, Asked asked, Viewer viewer, List<String> parts, SearchResult<SearchEntry> result) {
        var counts = filter.kindOf() == null
                ? result.aggregation(KINDS)
                : search(
                                filter.ofAnyKind(),
                                f -> parts.isEmpty() ? new Matching(f).of(asked) : new Matching(f).parts(parts),
                                viewer,
                                new Paging(1, 10))
                        .aggregation(KINDS);
        var chosen = filter.kindOf();
        return facets(counts, k -> choices.label(EntryKind.valueOf(k)), chosen == null ? null : chosen.name());
    }

    private static List<Facet> facets(
            Map<String, Long> counts, UnaryOperator<String> label, @org.jspecify.annotations.Nullable String chosen) {
        return counts.entrySet().stream()
                .map(e -> new Facet(
                        e.getKey(),
                        label.apply(e.getKey()),
                        e.getValue(),
                        e.getKey().equals(chosen)))
                .filter(f -> !f.label().isEmpty())
                .toList();
    }

    /** The words of a dictionary that a longer query consists of. */
    private static List<String> parts(Asked asked) {
        var whole = asked.whole();
        var parts = HanLP.segment(whole).stream()
                .map(t -> t.word.strip())
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        return parts.stream().allMatch(p -> p.length() >= SHORTEST_PART) ? parts : List.of();
    }

    private static Found nothing(Paging paging) {
        return new Found(new PageOf<>(List.of(), paging, 0), List.of(), List.of(), List.of(), false, List.of());
    }

    private SearchSession session() {
        return Search.session(entities);
    }
}
