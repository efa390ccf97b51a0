package org.lianqiao.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a word also finds. Applied to the query and not to the index, so that an edit takes effect at once. */
@Component
@RequiredArgsConstructor
class Synonyms {
    private static final int SECONDS_KEPT = 30;
    private static final int MOST = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Kept kept = new Kept(Map.of(), Set.of(), 0, Instant.EPOCH);

    private record Kept(Map<String, Set<String>> means, Set<String> words, int longest, Instant until) {}

    /**
     * @param word folded
     * @return other words for it, also where only a part of it has one: 新能源车零部件 is 新能源汽车零部件
     */
    List<String> of(String word) {
        var table = current();
        var others = new LinkedHashSet<>(table.means.getOrDefault(word, Set.of()));
        for (int length = Math.min(table.longest, word.length() - 1); length >= 2; length--)
            for (int at = 0; at + length <= word.length(); at++)
                for (var other : table.means.getOrDefault(word.substring(at, at + length), Set.of()))
                    others.add(word.substring(0, at) + other + word.substring(at + length));
        others.remove(word);
        return others.stream().limit(MOST).toList();
    }

    /** Every word of the list, as it is written there. */
    Set<String> words() {
        return current().words;
    }

    void forget() {
        kept = new Kept(Map.of(), Set.of(), 0, Instant.EPOCH);
    }

    private Kept current() {
        var now = clock.instant();
        var here = kept;
        if (now.isBefore(here.until)) return here;
        var fresh = read(now.plusSeconds(SECONDS_KEPT));
        kept = fresh;
        return fresh;
    }

    private Kept read(Instant until) {
        var means = new HashMap<String, Set<String>>();
        var words = new LinkedHashSet<String>();
        jdbc.sql("select word, means, mutual from search_synonym order by word").query(row -> {
            var word = Folding.name(row.getString(1));
            var others = new ArrayList<String>();
            words.add(row.getString(1));
            for (var other : (String[]) row.getArray(2).getArray()) {
                words.add(other);
                others.add(Folding.name(other));
            }
            means.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(others);
            if (!row.getBoolean(3)) return;
            for (var other : others) {
                var back = means.computeIfAbsent(other, w -> new LinkedHashSet<>());
                back.add(word);
                others.stream().filter(o -> !o.equals(other)).forEach(back::add);
            }
        });
        means.remove("");
        int longest = means.keySet().stream().mapToInt(String::length).max().orElse(0);
        return new Kept(means, words, longest, until);
    }
}
