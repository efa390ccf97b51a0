package org.lianqiao.matching.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.ProductKey;

/** Who makes what: a snapshot of the database, compact in memory and replaced as a whole. */
final class MatchIndex {
    private final List<Enterprise> enterprises;
    private final Map<UUID, Integer> places;
    private final List<String> products;
    private final String[] keys;
    private final Map<String, Integer> byKey;
    private final int[] ownerStarts;
    private final int[] owners;
    private final byte[] positions;
    private final GramIndex productGrams;
    private final GramIndex texts;
    private final ProductGraph graph;
    private final Thesaurus thesaurus;
    private final List<String> trades;
    private final int[] tradeOf;
    private final int[] tradeSizes;
    private volatile Asked asked = new Asked(null);

    /** @param products what it makes and the nodes it registered at, as indexes; the first is its main one */
    record Enterprise(
            UUID id,
            @Nullable String region,
            @Nullable String size,
            boolean registered,
            @Nullable LocalDate since,
            int[] products,
            Known known) {}

    /**
     * To whom an enterprise is known at all.
     *
     * @param staff to everybody who works for a government
     * @param members to enterprises, associations and parks as well: registered here, and recommended with its consent
     * @param offices to whom it is known else: the offices that noted it
     */
    record Known(boolean staff, boolean members, Set<UUID> offices) {
        static final Known TO_ALL = new Known(true, true, Set.of());
    }

    private MatchIndex(Builder from) {
        enterprises = List.copyOf(from.enterprises);
        places = new HashMap<>(enterprises.size() * 2);
        for (int i = 0; i < enterprises.size(); i++)
            places.put(enterprises.get(i).id(), i);
        products = List.copyOf(from.products);
        keys = from.keys.toArray(String[]::new);
        byKey = from.byKey;
        ownerStarts = new int[products.size() + 1];
        for (var e : enterprises) for (int p : e.products()) ownerStarts[p + 1]++;
        for (int p = 0; p < products.size(); p++) ownerStarts[p + 1] += ownerStarts[p];
        owners = new int[ownerStarts[products.size()]];
        positions = new byte[owners.length];
        var next = Arrays.copyOf(ownerStarts, products.size());
        for (int e = 0; e < enterprises.size(); e++) {
            var made = enterprises.get(e).products();
            for (int i = 0; i < made.length; i++) {
                positions[next[made[i]]] = (byte) Math.min(i, Byte.MAX_VALUE);
                owners[next[made[i]]++] = e;
            }
        }
        var grams = new GramIndex.Builder();
        for (int p = 0; p < keys.length; p++) grams.add(p, keys[p]);
        productGrams = grams.build(keys.length);
        texts = from.texts.build(enterprises.size());
        graph = from.graph;
        thesaurus = from.thesaurus;
        trades = List.copyOf(from.trades.keySet());
        tradeOf = from.tradeOf.stream().mapToInt(Integer::intValue).toArray();
        tradeSizes = new int[trades.size()];
        for (int trade : tradeOf) if (trade >= 0) tradeSizes[trade]++;
    }

    int size() {
        return enterprises.size();
    }

    Enterprise enterprise(int place) {
        return enterprises.get(place);
    }

    @Nullable
    Integer place(UUID enterprise) {
        return places.get(enterprise);
    }

    String product(int product) {
        return products.get(product);
    }

    String key(int product) {
        return keys[product];
    }

    int productCount() {
        return keys.length;
    }

    @Nullable
    Integer productOf(String key) {
        return byKey.get(key);
    }

    /** Products whose name holds the key, itself among them. */
    int[] productsHolding(String key) {
        if (key.length() < 2) return byKey.containsKey(key) ? new int[] {byKey.get(key)} : new int[0];
        return Arrays.stream(productGrams.holdingAll(key))
                .filter(p -> keys[p].contains(key))
                .toArray();
    }

    int firstOwner(int product) {
        return ownerStarts[product];
    }

    int endOfOwners(int product) {
        return ownerStarts[product + 1];
    }

    int owner(int slot) {
        return owners[slot];
    }

    /** How far down the owner's list the product stands; 0 is its main one. */
    int position(int slot) {
        return positions[slot];
    }

    /** How much each enterprise's names of products and industry have in common with the words, 0 to about 1. */
    float[] likeness(String key) {
        return texts.likeness(key);
    }

    /** The same of one enterprise. */
    float likeness(int place, String key) {
        return texts.likeness(place, key);
    }

    /** The products whose names mean most nearly what the word means; none while meanings are being made, or without. */
    List<Vectors.Near> near(String word, int howMany, Function<String, byte @Nullable []> meaning) {
        return asked.near(word, howMany, meaning);
    }

    /** What was made of a demand's words once holds as long as the snapshot. */
    float[] fitOfTrades(Demand demand, Supplier<float[]> making) {
        return asked.fitOfTrades(demand, making);
    }

    /** Demands of which something was kept here. */
    List<Demand> asked() {
        return asked.demands();
    }

    ProductGraph graph() {
        return graph;
    }

    Thesaurus thesaurus() {
        return thesaurus;
    }

    /** The line of business in which an enterprise stands, the finest that is known; −1 where none is. */
    int tradeOf(int place) {
        return tradeOf[place];
    }

    int tradeCount() {
        return tradeSizes.length;
    }

    /** How many enterprises are in this line of business. */
    int tradeSize(int trade) {
        return tradeSizes[trade];
    }

    /** What people call it. */
    String trade(int trade) {
        var path = trades.get(trade).split("/");
        return path[path.length - 1];
    }

    /** Whether somebody makes it, or the catalogue knows it. */
    boolean knows(String key) {
        return byKey.containsKey(key) || graph.knows(key);
    }

    /** From now on meaning counts: what was kept without it is forgotten. */
    void take(Vectors made) {
        asked = new Asked(made);
    }

    static final class Builder {
        private static final Pattern SURPLUS = Pattern.compile("^/+|/+$");

        private final List<Enterprise> enterprises = new ArrayList<>();
        private final List<String> products = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final Map<String, Integer> byKey = new HashMap<>();
        private final GramIndex.Builder texts = new GramIndex.Builder();
        private final Map<String, Integer> trades = new LinkedHashMap<>();
        private final List<Integer> tradeOf = new ArrayList<>();
        private final ProductGraph graph;
        private final Thesaurus thesaurus;

        Builder(ProductGraph graph, Thesaurus thesaurus) {
            this.graph = graph;
            this.thesaurus = thesaurus;
        }

        void add(
                UUID id,
                String name,
                @Nullable String region,
                @Nullable String size,
                boolean registered,
                @Nullable LocalDate since,
                String industry,
                List<String> made) {
            add(id, name, region, size, registered, since, industry, made, Known.TO_ALL);
        }

        void add(
                UUID id,
                String name,
                @Nullable String region,
                @Nullable String size,
                boolean registered,
                @Nullable LocalDate since,
                String industry,
                List<String> made,
                Known known) {
            int place = enterprises.size();
            var list = made.stream()
                    .mapToInt(this::product)
                    .filter(p -> p >= 0)
                    .distinct()
                    .toArray();
            enterprises.add(new Enterprise(id, region, size, registered, since, list, known));
            tradeOf.add(trade(industry));
            texts.add(place, ProductKey.of(name));
            for (var part : industry.split("/")) texts.add(place, ProductKey.of(part));
            for (int p : list) texts.add(place, keys.get(p));
        }

        /** @param industry from the widest to the finest, with strokes between */
        private int trade(String industry) {
            var path = SURPLUS.matcher(industry).replaceAll("");
            return path.isEmpty() ? -1 : trades.computeIfAbsent(path, t -> trades.size());
        }

        private int product(String name) {
            var key = ProductKey.of(name);
            if (key.isEmpty()) return -1;
            return byKey.computeIfAbsent(key, k -> {
                products.add(name);
                keys.add(k);
                return keys.size() - 1;
            });
        }

        MatchIndex build() {
            return new MatchIndex(this);
        }
    }
}
