package org.lianqiao.matching.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small invented trade: what goes into what, who makes what, which words mean alike. No database. */
final class World {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ProductGraph graph = new ProductGraph();
    private final Thesaurus thesaurus = new Thesaurus();
    private final List<Firm> firms = new ArrayList<>();
    private final Map<String, byte[]> meanings = new HashMap<>();
    private final Random dice = new Random(7);
    private @Nullable MatchIndex index;

    /** An enterprise: at first known and nothing more, in no region. */
    static final class Firm {
        private final UUID id;
        private final String name;
        private final List<String> products;
        private String industry = "";
        private @Nullable String region;
        private @Nullable String size;
        private boolean registered;
        private @Nullable LocalDate since;

        private Firm(UUID id, String name, List<String> products) {
            this.id = id;
            this.name = name;
            this.products = products;
        }

        UUID id() {
            return id;
        }

        Firm industry(String words) {
            industry = words;
            return this;
        }

        Firm in(String code) {
            region = code;
            return this;
        }

        Firm sized(String code) {
            size = code;
            return this;
        }

        Firm registered(LocalDate on) {
            registered = true;
            since = on;
            return this;
        }
    }

    Firm firm(String name, String... products) {
        var firm = new Firm(new UUID(0, firms.size() + 1), "示例·" + name, List.of(products));
        firms.add(firm);
        return firm;
    }

    World alsoCalled(String product, String other) {
        graph.alias(graph.item(product), other);
        return this;
    }

    /** What administrators entered as synonyms of the search. */
    World sameWord(String... words) {
        thesaurus.add(List.of(words));
        return this;
    }

    World supplies(String from, String to) {
        ProductGraph.supplies(graph.item(from), graph.item(to));
        return this;
    }

    World includes(String whole, String kind) {
        ProductGraph.includes(graph.item(whole), graph.item(kind));
        return this;
    }

    /** Two words whose vectors stand close to each other; any two words else stand at a right angle, nearly. */
    World meansLike(String word, String other) {
        var one = new float[Vectors.DIMENSIONS];
        for (int i = 0; i < one.length; i++) one[i] = dice.nextBoolean() ? 1 : -1;
        var two = one.clone();
        for (int i = 0; i < two.length / 20; i++) two[i] = -two[i];
        meanings.put(word, Vectors.packed(one));
        meanings.put(other, Vectors.packed(two));
        return this;
    }

    List<Match> match(Demand demand) {
        return ranking(demand, Set.of(), Set.of()).best(100).stream()
                .map(c -> Match.of(index(), c))
                .toList();
    }

    /** From the side of these enterprises. */
    List<Match> among(Demand demand, Firm... few) {
        var places = Stream.of(few)
                .map(f -> Objects.requireNonNull(index().place(f.id)))
                .collect(Collectors.toSet());
        return ranking(demand, Set.of(), Set.of()).among(places).stream()
                .filter(Candidate::isWorthNaming)
                .map(c -> Match.of(index(), c))
                .toList();
    }

    List<Match> of(Firm firm, List<Match> all) {
        return all.stream().filter(m -> m.enterprise().equals(firm.id)).toList();
    }

    List<Firm> firms() {
        return firms;
    }

    Match match(Demand demand, Firm firm) {
        return match(demand).stream()
                .filter(m -> m.enterprise().equals(firm.id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(firm.name + " is not found at all"));
    }

    List<UUID> ids(Demand demand) {
        return match(demand).stream().map(Match::enterprise).toList();
    }

    Ranking ranking(Demand demand, Set<String> suited, Set<Feature> off) {
        return new Ranking(index(), demand, meanings::get, suited, off, TODAY);
    }

    MatchIndex index() {
        var made = index;
        if (made != null) return made;
        var builder = new MatchIndex.Builder(graph, thesaurus);
        for (var f : firms) builder.add(f.id, f.name, f.region, f.size, f.registered, f.since, f.industry, f.products);
        made = builder.build();
        if (!meanings.isEmpty()) made.take(vectors(made));
        index = made;
        return made;
    }

    private Vectors vectors(MatchIndex made) {
        var vectors = new Vectors(made.productCount());
        for (int p = 0; p < made.productCount(); p++) {
            var word = made.product(p);
            vectors.set(p, Objects.requireNonNullElseGet(meanings.get(word), this::anything));
        }
        return vectors;
    }

    private byte[] anything() {
        var vector = new float[Vectors.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) vector[i] = dice.nextBoolean() ? 1 : -1;
        return Vectors.packed(vector);
    }
}
