package org.lianqiao.matching.ranking;

/**
 * What speaks for an enterprise. Each feature is 0 to 1 and counts once, with its weight; the weights of the first two
 * groups were chosen by measurement (docs/decisions/matching.md says how, and what each adds). The last group only
 * orders those who make the same thing, by rules of the trade; no judged data speak of it.
 */
public enum Feature {
    /** Makes it, by this name or another one that the catalogue knows. */
    SAME(1.2f),
    /** Makes a kind of it: a name that ends with it, or a 产品小类. */
    KIND(0.42f),
    /** Makes something whose name holds it: a part of it, a service for it. */
    CONTAINS(0.4f),
    /** Makes what it is a kind of; less, the more general that is. */
    GENERAL(0.24f),
    /** Makes what stands beside it in the catalogue, upstream or down. */
    NEIGHBOUR(0.36f),

    /** Makes what goes directly into the product that is to be supplied (or, asked the other way, what it goes into). */
    CHAIN_SAME(1f),
    /** Makes a kind of that. */
    CHAIN_KIND(0.7f),
    /** Makes something whose name holds that. */
    CHAIN_CONTAINS(0.2f),
    /** Makes what goes into what goes into it. */
    CHAIN_FURTHER(0.08f),

    /** The names of its products and its industry say the same words. */
    TEXT(0.6f),
    /** The name of one of its products means something like it. */
    MEANING(0.5f),
    /** Others in its line of business fit, on the average of them all. */
    PEERS(0.6f),

    /** Registered here, so that it can be asked today. */
    REACHABLE(0.03f),
    /** Already where it is wanted. */
    REGION(0.05f),
    /** In a region whose function is the one asked for. */
    FUNCTION(0.03f),
    /** Large enough for a large matter. */
    SIZE(0.03f),
    /** Joined within the last half year. */
    FRESH(0.02f),
    /** Called unsuitable for another need of this kind. */
    DOUBTED(-0.2f);

    final float weight;

    Feature(float weight) {
        this.weight = weight;
    }
}
