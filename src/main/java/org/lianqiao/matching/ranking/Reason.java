package org.lianqiao.matching.ranking;

import java.util.List;

/**
 * Why, in words.
 *
 * @param key the sentence, a key of the bundles
 * @param args its arguments, already readable
 */
public record Reason(String key, List<String> args) {
    static Reason of(MatchIndex index, Feature feature, Candidate.Evidence why) {
        var made = why.product() < 0 ? "" : index.product(why.product());
        var way = why.customer() ? ".customer" : "";
        return new Reason("matching.reason." + feature + way, List.of(made, why.asked(), why.via()));
    }
}
