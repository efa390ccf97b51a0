package org.lianqiao.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.ProductKey;
import org.lianqiao.matching.Candidate.Evidence;

/** One demand against the snapshot: gathers candidates, feature by feature, and orders them. Plain Java, no database. */
final class Ranking {
    private static final int NEAREST = 400;
    private static final int BY_TEXT = 400;
    private static final float MEANT = 0.4f;
    private static final float NODE_SHARE = 0.6f;
    private static final float GUESSED = 0.6f;
    private static final float OTHER_NAME = 0.3f;
    private static final float OTHER_NAME_ALONE = 0.6f;
    private static final float FITS = 1.2f;
    private static final int DOUBTFUL_PEERS = 2;
    private static final float FEW_PEERS = 0.05f;
    private static final int FRESH_DAYS = 180;
    private static final Set<String> LARGE = Set.of("MEDIUM", "LARGE");

    private final MatchIndex index;
    private final Demand demand;
    private final Function<String, byte @Nullable []> meaning;
    private final Set<String> suited;
    private final Set<Feature> off;
    private final LocalDate today;
    private final Map<Integer, Candidate> candidates = new HashMap<>();
    private IntPredicate may = place -> true;
    private int @Nullable [] made;

    /**
     * @param meaning a word's packed vector; nothing where meaning is off
     * @param suited regions whose function is the one asked for
     * @param off features that do not count, to measure what each adds
     */
    Ranking(
            MatchIndex index,
            Demand demand,
            Function<String, byte @Nullable []> meaning,
            Set<String> suited,
            Set<Feature> off,
            LocalDate today) {
        this.index = index;
        this.demand = demand;
        this.meaning = meaning;
        this.suited = suited;
        this.off = off;
        this.today = today;
    }

    /** Who may be ranked at all: what the reader may not see takes nobody's place. */
    Ranking only(IntPredicate places) {
        may = places;
        return this;
    }

    /**
     * These enterprises alone, and only by the names of what they make and the graph: many demands are seen through for
     * a few enterprises quickly.
     */
    List<Candidate> among(Set<Integer> places) {
        may = places::contains;
        made = places.stream()
                .flatMapToInt(place -> Arrays.stream(index.enterprise(place).products()))
                .distinct()
                .toArray();
        return best(places.size());
    }

    List<Candidate> best(int howMany) {
        demand.products().forEach(p -> product(p, 1));
        if (!demand.node().isEmpty()) product(demand.node(), demand.products().isEmpty() ? 1 : NODE_SHARE);
        demand.suppliersOf().forEach(p -> chain(p, false));
        demand.customersOf().forEach(p -> chain(p, true));
        if (made == null) peers();
        var fitting = new ArrayList<Candidate>(candidates.size());
        for (var candidate : candidates.values()) {
            var enterprise = index.enterprise(candidate.place);
            if (demand.excluded().contains(enterprise.id())) continue;
            circumstances(candidate, enterprise);
            fitting.add(candidate);
        }
        fitting.sort(Comparator.comparing(Candidate::score).reversed().thenComparing(c -> c.place));
        return fitting.subList(0, Math.min(howMany, fitting.size()));
    }

    /** Makers of the product. */
    private void product(String word, float share) {
        var key = ProductKey.of(word);
        if (key.isEmpty()) return;
        boolean known = named(key, share, word);
        meaning(word, share);
        // Where nobody makes it under the name that was asked for, one of its other names is probably meant.
        float less = share * (known ? OTHER_NAME : OTHER_NAME_ALONE);
        for (var other : index.thesaurus().of(key)) named(other, less, word);
    }

    /** @return whether somebody makes it under this name */
    private boolean named(String key, float share, String word) {
        var item = index.graph().find(key);
        Set<String> names = item == null ? Set.of(key) : item.keys();
        for (var name : names) {
            makers(name, Feature.SAME, share, word, "", false);
            for (int p : holding(name)) {
                var made = index.key(p);
                if (made.length() == name.length()) continue;
                offer(p, made.endsWith(name) ? Feature.KIND : Feature.CONTAINS, share, new Evidence(p, word, ""));
            }
        }
        for (int from = 1; from <= key.length() - 2; from++)
            makers(key.substring(from), Feature.GENERAL, share * (key.length() - from) / key.length(), word, "", false);
        if (item != null) {
            for (var kind : item.kinds()) makers(kind, Feature.KIND, share, word, "", false);
            for (var near : item.neighbours()) makers(near, Feature.NEIGHBOUR, share, word, near.name(), false);
        }
        text(key, share, word);
        return names.stream().anyMatch(name -> index.productOf(name) != null);
    }

    /** Who makes what goes into the product, or what it goes into. */
    private void chain(String word, boolean customers) {
        Function<ProductGraph.Item, List<ProductGraph.Item>> next =
                customers ? ProductGraph.Item::customers : ProductGraph.Item::suppliers;
        var key = ProductKey.of(word);
        if (key.isEmpty()) return;
        var item = index.graph().find(key);
        float share = 1;
        if (item == null) {
            item = index.graph().findKind(key);
            share = GUESSED;
        }
        if (item == null || next.apply(item).isEmpty()) {
            text(key, GUESSED, word);
            meaning(word, GUESSED);
            return;
        }
        var wanted = new HashSet<>(next.apply(item));
        for (var near : wanted) {
            for (var name : near.keys()) {
                makers(name, Feature.CHAIN_SAME, share, word, near.name(), customers);
                for (int p : holding(name)) {
                    var made = index.key(p);
                    if (made.length() == name.length()) continue;
                    offer(
                            p,
                            made.endsWith(name) ? Feature.CHAIN_KIND : Feature.CHAIN_CONTAINS,
                            share,
                            new Evidence(p, word, near.name(), customers));
                }
            }
            for (var kind : near.kinds()) makers(kind, Feature.CHAIN_KIND, share, word, near.name(), customers);
            for (var further : next.apply(near))
                if (further != item && !wanted.contains(further))
                    makers(further, Feature.CHAIN_FURTHER, share, word, near.name(), customers);
        }
    }

    /** The products whose name holds the key: of everybody, or of the few that are looked at. */
    private int[] holding(String key) {
        if (made == null) return index.productsHolding(key);
        return Arrays.stream(made).filter(p -> index.key(p).contains(key)).toArray();
    }

    private void makers(
            ProductGraph.Item item, Feature feature, float value, String asked, String via, boolean customers) {
        for (var name : item.keys()) makers(name, feature, value, asked, via, customers);
    }

    private void makers(String key, Feature feature, float value, String asked, String via, boolean customers) {
        var product = index.productOf(key);
        if (product != null) offer(product, feature, value, new Evidence(product, asked, via, customers));
    }

    private void offer(int product, Feature feature, float value, Evidence why) {
        for (int slot = index.firstOwner(product); slot < index.endOfOwners(product); slot++) {
            // Of two who make it, the one whose main product it is comes first.
            float main = value * (1 - Math.min(index.position(slot), 20) * 0.0002f);
            give(index.owner(slot), feature, main, why);
        }
    }

    private void text(String key, float share, String word) {
        if (made != null) return;
        var likeness = index.likeness(key);
        for (int place = 0; place < likeness.length; place++) if (!may.test(place)) likeness[place] = 0;
        float bound = nthLargest(likeness, BY_TEXT);
        var why = new Evidence(-1, word, "");
        for (int place = 0; place < likeness.length; place++) {
            if (likeness[place] <= 0) continue;
            if (likeness[place] >= bound || candidates.containsKey(place))
                give(place, Feature.TEXT, share * likeness[place], why);
        }
    }

    /** Cosines below 0.4 are chance between names this short; above, the nearer counts more than in proportion. */
    private void meaning(String word, float share) {
        var vectors = index.vectors();
        var packed = vectors == null || made != null ? null : meaning.apply(word);
        if (vectors == null || packed == null) return;
        for (var near : vectors.nearest(packed, NEAREST)) {
            float above = (near.cosine() - MEANT) / (1 - MEANT);
            if (above > 0)
                offer(near.product(), Feature.MEANING, share * above * above, new Evidence(near.product(), word, ""));
        }
    }

    /**
     * Those whose line of business fits on the whole: the average of its other enterprises, to which two that do not fit
     * are added, lest one neighbour speak for all.
     */
    private void peers() {
        var words =
                demand.products().isEmpty() ? demand.node() : demand.products().get(0);
        if (words.isEmpty()) return;
        var sums = new float[index.tradeCount()];
        Map<Candidate, Float> scores = new HashMap<>(candidates.size() * 2);
        for (var candidate : candidates.values()) {
            int trade = index.tradeOf(candidate.place);
            if (trade < 0) continue;
            float score = Math.min(FITS, Math.max(0, candidate.score()));
            scores.put(candidate, score);
            sums[trade] += score;
        }
        scores.forEach((candidate, score) -> {
            int trade = index.tradeOf(candidate.place);
            float average = (sums[trade] - score) / (index.tradeSize(trade) - 1 + DOUBTFUL_PEERS);
            if (average >= FEW_PEERS)
                give(candidate.place, Feature.PEERS, average, new Evidence(-1, words, index.trade(trade)));
        });
    }

    private void circumstances(Candidate candidate, MatchIndex.Enterprise enterprise) {
        var why = new Evidence(-1, "", "");
        if (enterprise.registered()) give(candidate.place, Feature.REACHABLE, 1, why);
        if (demand.region() != null && demand.region().equals(enterprise.region()))
            give(candidate.place, Feature.REGION, 1, why);
        else if (enterprise.region() != null && suited.contains(enterprise.region()))
            give(candidate.place, Feature.FUNCTION, 1, why);
        if (demand.large() && enterprise.size() != null && LARGE.contains(enterprise.size()))
            give(candidate.place, Feature.SIZE, 1, why);
        if (enterprise.since() != null && enterprise.since().isAfter(today.minusDays(FRESH_DAYS)))
            give(candidate.place, Feature.FRESH, 1, why);
        if (demand.doubted().contains(enterprise.id())) give(candidate.place, Feature.DOUBTED, 1, why);
    }

    private void give(int place, Feature feature, float value, Evidence why) {
        if (may.test(place) && !off.contains(feature))
            candidates.computeIfAbsent(place, Candidate::new).offer(feature, value, why);
    }

    private static float nthLargest(float[] values, int n) {
        var heap = new java.util.PriorityQueue<Float>(n + 1);
        for (float v : values) {
            if (v <= 0 || heap.size() == n && v <= heap.peek()) continue;
            heap.add(v);
            if (heap.size() > n) heap.poll();
        }
        return heap.size() < n || heap.isEmpty() ? 0 : heap.peek();
    }
}
