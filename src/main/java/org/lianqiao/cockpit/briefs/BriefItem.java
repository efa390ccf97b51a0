package org.lianqiao.cockpit.briefs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.Money;

/**
 * A project, a need or a region in a brief: what is said of it in public, and nothing else.
 *
 * @param kind {@code PROJECT}, {@code NEED} or {@code REGION}
 * @param path its page
 * @param open whether everybody may read of it; else the brief is marked as internal
 * @param office whom to ask
 * @param chain where it stands in its chain; nothing where it stands in none
 */
record BriefItem(
        String kind,
        String path,
        String number,
        String title,
        String text,
        boolean open,
        String office,
        List<Fact> facts,
        List<Site> sites,
        List<Line> lines,
        @Nullable Position chain) {

    /** Whether it lists anything of this key. */
    public boolean has(String key) {
        return lines.stream().anyMatch(l -> l.key().equals(key));
    }

    /** @param key of its label; one of the others is its value */
    record Fact(
            String key,
            @Nullable String text,
            @Nullable Money money,
            @Nullable Area area) {
        static Fact of(String key, @Nullable String text) {
            return new Fact(key, text, null, null);
        }
    }

    record Site(
            String function,
            String code,
            String region,
            String park,
            @Nullable Area area,
            @Nullable Money money) {}

    /** Something that belongs to a region: a park, a need, a project. */
    record Line(String key, String title, String second) {}

    /** @param before what goes into the node; {@code after} what it goes into */
    record Position(String chain, String stream, String node, List<String> before, List<String> after) {}
}
