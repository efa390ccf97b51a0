package org.lianqiao.matching;

import java.util.List;

/**
 * Why, in words.
 *
 * @param key the sentence, a key of the bundles
 * @param args its arguments, already readable
 */
public record Reason(String key, List<String> args) {
    Reason(String key, String... args) {
        this(key, List.of(args));
    }
}
