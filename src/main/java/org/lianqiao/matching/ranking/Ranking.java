package org.lianqiao.matching.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.ProductKey;
import org.lianqiao.matching.ranking.Candidate.Evidence;

/** One demand against the snapshot: gathers candidates, feature by feature, and orders them. Plain Java, no database. */
final class Ranking {
    private static final int NEAREST = 400;
    private static final int BY_TEXT = 400;
    /** So much alike is worth a person's time by the words alone. */
    private static final float TEXT_ALONE = Candidate.WORTH_NAMING / Feature.TEXT.weight;

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
    private final List<Words> words = new ArrayList<>();
    private IntPredicate may = place -> true;
    private boolean everybody = true;
    private int @Nullable [] places;
    private int @Nullable [] made;

    /** Words that are looked for in names, products and industries. */
    private record Words(String key, float share, String asked) {}

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
        everybody = false;
        return this;
    }

    /**
     * These enterprises alone, with the score that each has among all: many demands are seen through for a few
     * enterprises quickly, by looking from their side.
     */
    List<Candidate> among(Set<Integer> few) {
        may = few::contains;
        everybody = false;
        places = few.stream().mapToInt(Integer::intValue).toArray();
        made = Arrays.stream(places)
                .flatMap(place -> Arrays.stream(index.enterprise(place).products()))
                .distinct()
                .toArray();
        return best(few.size());
    }

    List<Candidate> best(int howMany) {
        gather();
        peers();
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

    /** Of each line of business, how well its enterprises fit in all: the same whoever reads it. */
    float[] fitOfTrades() {
        gather();
        return sums();
    }

    private void gather() {
        demand.products().forEach(p -> product(p, 1));
        if (!demand.node().isEmpty()) product(demand.node(), demand.products().isEmpty() ? 1 : NODE_SHARE);
        demand.suppliersOf().forEach(p -> chain(p, false));
        demand.customersOf().forEach(p -> chain(p, true));
        text();
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
        words.add(new Words(key, share, word));
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
            words.add(new Words(key, GUESSED, word));
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

    /**
     * Who says the same words: whoever is found by something else already, the most alike, and whoever is alike enough
     * for that alone. In this order, lest it matter which word was looked for first.
     */
    private void text() {
        if (off.contains(Feature.TEXT)) return;
        var likenesses = words.stream().map(this::likeness).toList();
        for (int i = 0; i < likenesses.size(); i++) {
            var likeness = likenesses.get(i);
            float alone = everybody
                    ? Math.min(TEXT_ALONE / words.get(i).share, nth(likeness))
                    : TEXT_ALONE / words.get(i).share;
            everyPlace()
                    .filter(place -> may.test(place) && likeness.of(place) > 0 && likeness.of(place) >= alone)
                    .forEach(place -> candidates.computeIfAbsent(place, Candidate::new));
        }
        for (int i = 0; i < likenesses.size(); i++) {
            var why = new Evidence(-1, words.get(i).asked, "");
            for (var candidate : candidates.values())
                candidate.offer(
                        Feature.TEXT, words.get(i).share * likenesses.get(i).of(candidate.place), why);
        }
    }

    private interface Likeness {
        float of(int place);
    }

    private Likeness likeness(Words words) {
        if (places != null) return place -> index.likeness(place, words.key);
        var all = index.likeness(words.key);
        return place -> all[place];
    }

    private IntStream everyPlace() {
        return places == null ? IntStream.range(0, index.size()) : Arrays.stream(places);
    }

    /** Cosines below 0.4 are chance between names this short; above, the nearer counts more than in proportion. */
    private void meaning(String word, float share) {
        for (var near : index.near(word, NEAREST, meaning)) {
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
        if (words.isEmpty() || candidates.isEmpty() || off.contains(Feature.PEERS)) return;
        var sums = ofEverybody();
        for (var candidate : candidates.values()) {
            int trade = index.tradeOf(candidate.place);
            if (trade < 0) continue;
            float average = (sums[trade] - fit(candidate)) / (index.tradeSize(trade) - 1 + DOUBTFUL_PEERS);
            if (average >= FEW_PEERS)
                give(candidate.place, Feature.PEERS, average, new Evidence(-1, words, index.trade(trade)));
        }
    }

    private float[] ofEverybody() {
        if (!off.isEmpty()) return sums();
        if (everybody) return index.fitOfTrades(demand, this::sums);
        return index.fitOfTrades(demand, () -> new Ranking(index, demand, meaning, suited, off, today).fitOfTrades());
    }

    private float[] sums() {
        var sums = new float[index.tradeCount()];
        for (var candidate : candidates.values()) {
            int trade = index.tradeOf(candidate.place);
            if (trade >= 0) sums[trade] += fit(candidate);
        }
        return sums;
    }

    private static float fit(Candidate candidate) {
        return Math.min(FITS, Math.max(0, candidate.score()));
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

    private float nth(Likeness likeness) {
        var largest = new PriorityQueue<Float>(BY_TEXT + 1);
        for (int place = 0; place < index.size(); place++) {
            float value = likeness.of(place);
            if (value <= 0 || largest.size() == BY_TEXT && value <= largest.element()) continue;
            largest.add(value);
            if (largest.size() > BY_TEXT) largest.remove();
        }
        return largest.size() < BY_TEXT ? 0 : largest.element();
    }
}
