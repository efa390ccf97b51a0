package org.lianqiao.matching.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enterprise with what speaks for it so far: of each feature the best, with its reason. */
final class Candidate {
    private static final int SAID = 3;
    /** Less of text and meaning together is not worth a person's time. */
    static final float WORTH_NAMING = 0.12f;

    private static final Feature[] FEATURES = Feature.values();

    final int place;
    private final float[] values = new float[FEATURES.length];
    private final @Nullable Evidence[] evidence = new Evidence[FEATURES.length];

    /**
     * Why a feature holds, said only if it is shown.
     *
     * @param product what the enterprise makes, as an index; −1 where it does not matter
     * @param asked the word that was asked for
     * @param via what lies between: the product that goes into it
     * @param customer whether it buys what is offered, and does not supply what is sought
     */
    record Evidence(int product, String asked, String via, boolean customer) {
        Evidence(int product, String asked, String via) {
            this(product, asked, via, false);
        }
    }

    Candidate(int place) {
        this.place = place;
    }

    void offer(Feature feature, float value, Evidence why) {
        if (value <= values[feature.ordinal()]) return;
        values[feature.ordinal()] = value;
        evidence[feature.ordinal()] = why;
    }

    float score() {
        float score = 0;
        for (var feature : FEATURES) score += feature.weight * values[feature.ordinal()];
        return score;
    }

    /** What it makes, without where it is and how large: below a little of that it is not worth a person's time. */
    boolean isWorthNaming() {
        float made = 0;
        for (var feature : FEATURES) {
            if (isNamed(feature) && has(feature)) return true;
            if (feature.ordinal() <= Feature.MEANING.ordinal()) made += feature.weight * values[feature.ordinal()];
        }
        return made >= WORTH_NAMING;
    }

    boolean has(Feature feature) {
        return values[feature.ordinal()] > 0;
    }

    boolean isStrong() {
        return has(Feature.SAME) || has(Feature.KIND) || has(Feature.CHAIN_SAME) || has(Feature.CHAIN_KIND);
    }

    /** The features that carry it, the heaviest first; of what says the same thing twice only the stronger. */
    List<Feature> telling() {
        var order = new ArrayList<>(Arrays.stream(FEATURES)
                .filter(this::has)
                .sorted(Comparator.comparing((Feature f) -> -Math.abs(f.weight * values[f.ordinal()])))
                .toList());
        if (order.stream().anyMatch(Candidate::isNamed)) order.removeIf(f -> f == Feature.TEXT || f == Feature.MEANING);
        if (has(Feature.SAME)) order.removeAll(List.of(Feature.CONTAINS, Feature.GENERAL, Feature.NEIGHBOUR));
        return order.stream().limit(SAID).toList();
    }

    private static boolean isNamed(Feature feature) {
        return feature.ordinal() < Feature.TEXT.ordinal();
    }

    Evidence evidence(Feature feature) {
        var found = evidence[feature.ordinal()];
        return found == null ? new Evidence(-1, "", "") : found;
    }
}
