package org.lianqiao.search;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.hibernate.search.mapper.orm.Search;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * “Did you mean”: names, products and words of the trade that are written or sound almost like what was typed, of which
 * this reader would find something.
 */
@Component
@RequiredArgsConstructor
class Guesses {
    private static final int MOST = 3;
    private static final int LOOKED_AT = 30;
    private static final int SHORTEST = 3;
    private static final int TWO_WRONG_FROM = 6;

    private final EntityManager entities;
    private final Synonyms synonyms;

    @Transactional(readOnly = true)
    public List<String> of(Asked asked, Viewer viewer) {
        var typed = asked.whole().replace(" ", "");
        if (typed.length() < SHORTEST || typed.length() > 24) return List.of();
        var sound = sounds(typed);
        int wrong = typed.length() < TWO_WRONG_FROM ? 1 : 2;
        var near = near(typed, sound, wrong, viewer);
        var known = synonyms.words().stream().filter(w -> findsSomething(w, typed, sound, wrong, viewer));
        return nearest(Stream.concat(near.stream().flatMap(Guesses::words), known), typed, sound, wrong);
    }

    private List<SearchEntry> near(String typed, String sound, int wrong, Viewer viewer) {
        return Search.session(entities)
                .search(SearchEntry.class)
                .where((f, root) -> {
                    var any = f.or();
                    any.add(f.match().field(EntryBinder.TERM).matching(typed).fuzzy(wrong));
                    if (sound.length() >= SHORTEST)
                        any.add(f.match()
                                .field(EntryBinder.TERM_SOUND)
                                .matching(sound)
                                .fuzzy(sound.length() < TWO_WRONG_FROM ? 1 : 2));
                    root.add(any).add(Matching.mayFind(f, viewer));
                })
                .fetchHits(LOOKED_AT);
    }

    /** A word of the trade is no secret; whether it finds anything is. */
    private boolean findsSomething(String word, String typed, String sound, int wrong, Viewer viewer) {
        if (Math.abs(word.length() - typed.length()) > wrong || !isNear(word, typed, sound, wrong)) return false;
        var asked = Asked.of(word, Set.of(), synonyms);
        return Search.session(entities)
                        .search(SearchEntry.class)
                        .where((f, root) -> root.add(new Matching(f).of(asked)).add(Matching.mayFind(f, viewer)))
                        .fetchTotalHitCount()
                > 0;
    }

    private static List<String> nearest(Stream<String> words, String typed, String sound, int wrong) {
        Map<String, Integer> distances = new HashMap<>();
        words.distinct()
                .filter(w -> isNear(w, typed, sound, wrong))
                .forEach(word -> distances.put(
                        word, Math.min(distance(Folding.name(word), typed), distance(sounds(word), sound))));
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(e -> e.getKey().length())
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isNear(String word, String typed, String sound, int wrong) {
        return distance(Folding.name(word), typed) <= wrong
                || sound.length() >= SHORTEST
                        && distance(sounds(word), sound) <= (sound.length() < TWO_WRONG_FROM ? 1 : 2);
    }

    private static String sounds(String word) {
        return Sounds.full(Sounds.syllables(word));
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
