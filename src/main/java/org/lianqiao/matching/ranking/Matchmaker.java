package org.lianqiao.matching.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds enterprises for a demand, the best first, each with its reasons. */
@Service
@RequiredArgsConstructor
public class Matchmaker {
    private static final int SECONDS_KEPT = 60;

    private final MatchIndexes indexes;
    private final WordVectors words;
    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile Map<SiteFunction, Set<String>> regions = Map.of();
    private volatile Instant regionsUntil = Instant.MIN;

    /** The best matches; fewer where fewer have anything to do with it. */
    public List<Match> match(Demand demand, int howMany) {
        return match(demand, howMany, Set.of());
    }

    /** @param off features that do not count, to measure what each adds */
    List<Match> match(Demand demand, int howMany, Set<Feature> off) {
        var index = indexes.current();
        return ranking(index, demand, off).best(howMany).stream()
                .map(c -> Match.of(index, c))
                .toList();
    }

    /** The best of those whom this reader may see. */
    public List<Match> match(Demand demand, int howMany, Sight sight) {
        var index = indexes.current();
        return ranking(index, demand, Set.of())
                .only(place -> sight.reaches(index.enterprise(place)))
                .best(howMany)
                .stream()
                .filter(Candidate::isWorthNaming)
                .map(c -> Match.of(index, c))
                .toList();
    }

    /** Those of these enterprises that fit, with the score that the asker sees, the best first. */
    public List<Match> among(Demand demand, Set<UUID> enterprises) {
        var index = indexes.current();
        Set<Integer> places = new HashSet<>();
        for (var enterprise : enterprises) {
            var place = index.place(enterprise);
            if (place != null) places.add(place);
        }
        if (places.isEmpty()) return List.of();
        return ranking(index, demand, Set.of()).among(places).stream()
                .filter(Candidate::isWorthNaming)
                .map(c -> Match.of(index, c))
                .toList();
    }

    /** What an enterprise makes, its main products first. */
    public List<String> products(UUID enterprise, int most) {
        var index = indexes.current();
        var place = index.place(enterprise);
        return place == null
                ? List.of()
                : Arrays.stream(index.enterprise(place).products())
                        .limit(most)
                        .mapToObj(index::product)
                        .toList();
    }

    /** Whether the first snapshot is there, or comes within this time; it is begun where nobody has asked yet. */
    public boolean isReady(Duration patience) {
        return indexes.isReady(patience);
    }

    /** The present snapshot, to tell it from the next one. */
    public Object snapshot() {
        return indexes.current();
    }

    /** Whether somebody makes a product of this name, or the catalogue knows it. */
    public boolean knows(String key) {
        return indexes.current().knows(key);
    }

    private Ranking ranking(MatchIndex index, Demand demand, Set<Feature> off) {
        return new Ranking(index, demand, words::of, suited(demand.function()), off, LocalDate.now(clock));
    }

    /** Reads the database anew, with the meaning of every product's name, before it returns. */
    public void refresh() {
        indexes.refresh();
    }

    /** Read once a minute: many demands are seen through for one page. */
    private Set<String> suited(@Nullable SiteFunction function) {
        if (function == null) return Set.of();
        var now = clock.instant();
        if (!now.isBefore(regionsUntil)) {
            Map<SiteFunction, Set<String>> fresh = new EnumMap<>(SiteFunction.class);
            jdbc.sql("select unnest(functions), code from region where active").query(row -> {
                fresh.computeIfAbsent(SiteFunction.valueOf(row.getString(1)), f -> new HashSet<>())
                        .add(row.getString(2));
            });
            regions = fresh;
            regionsUntil = now.plusSeconds(SECONDS_KEPT);
        }
        return regions.getOrDefault(function, Set.of());
    }
}
