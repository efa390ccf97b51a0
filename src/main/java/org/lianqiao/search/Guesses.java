package org.lianqiao.search;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.hibernate.search.mapper.orm.Search;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * “Did you mean”: names and products that are written or sound almost like what was typed, from what this reader may
 * find.
 */
@Component
@RequiredArgsConstructor
class Guesses {
    private static final int MOST = 3;
    private static final int LOOKED_AT = 30;
    private static final int SHORTEST = 3;
    private static final int TWO_WRONG_FROM = 6;

    private final EntityManager entities;

    @Transactional(readOnly = true)
    public List<String> of(Asked asked, Viewer viewer) {
        var typed = asked.whole().replace(" ", "");
        if (typed.length() < SHORTEST || typed.length() > 24) return List.of();
        var sound = Sounds.full(Sounds.syllables(typed));
        int wrong = typed.length() < TWO_WRONG_FROM ? 1 : 2;
        var near = Search.session(entities)
                .search(SearchEntry.class)
                .where((f, root) -> {
                    var any = f.or();
                    any.add(f.match().field(EntryBinder.TERM).matching(typed).fuzzy(wrong));
                    if (sound.length() >= SHORTEST)
                        any.add(f.match()
                                .field(EntryBinder.TERM_SOUND)
                                .matching(sound)
                                .fuzzy(sound.length() < TWO_WRONG_FROM ? 1 : 2));
                    root.add(any).add(f.terms().field(EntryBinder.AUDIENCE).matchingAny(Audience.of(viewer)));
                })
                .fetchHits(LOOKED_AT);
        return nearest(near, typed, sound, wrong);
    }

    private static List<String> nearest(List<SearchEntry> entries, String typed, String sound, int wrong) {
        Map<String, Integer> distances = new HashMap<>();
        entries.stream().flatMap(Guesses::words).distinct().forEach(word -> {
            int written = distance(Folding.name(word), typed);
            int spoken = distance(Sounds.full(Sounds.syllables(word)), sound);
            if (written <= wrong || spoken <= 2) distances.put(word, Math.min(written, spoken));
        });
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(e -> e.getKey().length())
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<String> words(SearchEntry entry) {
        return Stream.concat(
                Stream.of(entry.getShortName(), entry.getTitle()).filter(t -> !t.isEmpty()),
                entry.getKeywords().stream());
    }

    /** Levenshtein. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
