package org.lianqiao.matching.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianqiao.catalogue.ProductKey;

/** Words of the trade that mean the same: the synonyms that administrators keep for the search. */
final class Thesaurus {
    private static final int MOST = 24;
    private static final int SHORTEST = 2;

    private final Map<String, Set<String>> others = new HashMap<>();
    private int longest;

    /** All of them mean the same. */
    void add(Collection<String> words) {
        var keys = words.stream().map(ProductKey::of).filter(k -> !k.isEmpty()).toList();
        for (var key : keys) {
            longest = Math.max(longest, key.length());
            var same = others.computeIfAbsent(key, k -> new LinkedHashSet<>());
            keys.stream().filter(k -> !k.equals(key)).forEach(same::add);
        }
    }

    /** Other names of a product, also where only a part of its name has one: 车用马达 is 车用电机. */
    Set<String> of(String key) {
        var names = new LinkedHashSet<>(others.getOrDefault(key, Set.of()));
        for (int length = Math.min(longest, key.length() - 1); length >= SHORTEST; length--)
            for (int at = 0; at + length <= key.length(); at++)
                for (var other : others.getOrDefault(key.substring(at, at + length), Set.of()))
                    names.add(key.substring(0, at) + other + key.substring(at + length));
        names.remove(key);
        return names.size() <= MOST
                ? names
                : new LinkedHashSet<>(List.copyOf(names).subList(0, MOST));
    }
}
