package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the words of demands mean: each is computed once, about ten milliseconds. */
@Component
@RequiredArgsConstructor
class WordVectors {
    private static final int KEPT = 2_000;

    private final Meaning meaning;
    private final Map<String, byte[]> words = Lately.used(KEPT);

    byte @Nullable [] of(String word) {
        var known = words.get(word);
        if (known != null) return known;
        var made = meaning.of(List.of(word));
        if (made.isEmpty()) return null;
        words.put(word, made.get(0));
        return made.get(0);
    }
}
