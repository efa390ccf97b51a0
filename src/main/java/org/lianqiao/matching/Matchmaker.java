package org.lianqiao.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds enterprises for a demand, the best first, each with its reasons. */
@Service
@RequiredArgsConstructor
public class Matchmaker {
    private static final int WORDS_KEPT = 2_000;

    private final MatchIndexes indexes;
    private final Meaning meaning;
    private final JdbcClient jdbc;
    private final Clock clock;

    private final Map<String, byte[]> words = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > WORDS_KEPT;
        }
    });

    /** The best matches; fewer where fewer have anything to do with it. */
    public List<Match> match(Demand demand, int howMany) {
        return match(demand, howMany, Set.of());
    }

    /** @param off features that do not count, to measure what each adds */
    List<Match> match(Demand demand, int howMany, Set<Feature> off) {
        var index = indexes.current();
        var best = new Ranking(index, demand, this::vector, suited(demand.function()), off, LocalDate.now(clock))
                .best(howMany);
        return best.stream().map(c -> match(index, c)).toList();
    }

    /** Reads the database anew, with the meaning of every product's name, before it returns. */
    public void refresh() {
        indexes.refresh();
    }

    private Match match(MatchIndex index, Candidate candidate) {
        var reasons = new ArrayList<Reason>();
        for (var feature : candidate.telling()) reasons.add(reason(index, feature, candidate.evidence(feature)));
        return new Match(
                index.enterprise(candidate.place).id(), candidate.score(), candidate.isStrong(), List.copyOf(reasons));
    }

    private static Reason reason(MatchIndex index, Feature feature, Candidate.Evidence why) {
        var made = why.product() < 0 ? "" : index.product(why.product());
        return new Reason("matching.reason." + feature, made, why.asked(), why.via());
    }

    private byte @Nullable [] vector(String word) {
        var known = words.get(word);
        if (known != null) return known;
        var made = meaning.of(List.of(word));
        if (made.isEmpty()) return null;
        words.put(word, made.get(0));
        return made.get(0);
    }

    private Set<String> suited(@Nullable SiteFunction function) {
        if (function == null) return Set.of();
        return new HashSet<>(jdbc.sql("select code from region where active and :function = any(functions)")
                .param("function", function.name())
                .query(String.class)
                .list());
    }
}
