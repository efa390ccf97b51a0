package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot has been asked before, with the answers that are the same for every reader: what stands near a word in
 * meaning, and how each line of business fits a demand. Many enterprises look at the same few hundred needs.
 */
final class Asked {
    private static final int KEPT = 1_000;

    private final @Nullable Vectors vectors;
    private final Map<String, List<Vectors.Near>> near = Lately.used(2 * KEPT);
    private final Map<Demand, float[]> trades = Lately.used(KEPT);

    Asked(@Nullable Vectors vectors) {
        this.vectors = vectors;
    }

    List<Vectors.Near> near(String word, int howMany, Function<String, byte @Nullable []> meaning) {
        if (vectors == null) return List.of();
        var known = near.get(word);
        if (known != null) return known;
        var packed = meaning.apply(word);
        if (packed == null) return List.of();
        var made = List.of(vectors.nearest(packed, howMany));
        near.put(word, made);
        return made;
    }

    /** Two who ask at once may both make it: it comes out the same. */
    float[] fitOfTrades(Demand demand, Supplier<float[]> making) {
        var words = demand.words();
        var known = trades.get(words);
        if (known != null) return known;
        var made = making.get();
        trades.put(words, made);
        return made;
    }

    List<Demand> demands() {
        synchronized (trades) {
            return List.copyOf(trades.keySet());
        }
    }
}
