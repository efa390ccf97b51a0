package org.lianqiao.matching.chains;

import java.util.List;

/**
 * A fact on which a proposal rests.
 *
 * @param key the sentence, a key of the bundles
 * @param href where the reader finds what was counted
 */
record Evidence(String key, List<Object> args, String href) {
    Evidence(String key, String href, Object... args) {
        this(key, List.of(args), href);
    }
}
