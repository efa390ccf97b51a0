package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/**
 * What is looked for, in the words of who looks.
 *
 * @param products whose makers are wanted
 * @param suppliersOf products whose upstream is wanted
 * @param customersOf products whose downstream is wanted
 * @param node the name of the chain node at which it stands; empty where none is named
 * @param region where it is wanted
 * @param function what the place is for
 * @param large whether it is a matter for a large enterprise
 * @param excluded enterprises that cannot be meant: the asker itself, and whom the asker called unsuitable
 * @param doubted enterprises that were called unsuitable for other needs at this node
 */
public record Demand(
        List<String> products,
        List<String> suppliersOf,
        List<String> customersOf,
        String node,
        @Nullable String region,
        @Nullable SiteFunction function,
        boolean large,
        Set<UUID> excluded,
        Set<UUID> doubted) {
    public Demand {
        products = List.copyOf(products);
        suppliersOf = List.copyOf(suppliersOf);
        customersOf = List.copyOf(customersOf);
        excluded = Set.copyOf(excluded);
        doubted = Set.copyOf(doubted);
    }

    /** What is asked for, whoever asks and wherever. */
    Demand words() {
        return new Demand(products, suppliersOf, customersOf, node, null, null, false, Set.of(), Set.of());
    }

    /** Only words: makers of a product, or who is upstream of another. */
    public static Demand of(List<String> products, List<String> suppliersOf, @Nullable String region) {
        return new Demand(products, suppliersOf, List.of(), "", region, null, false, Set.of(), Set.of());
    }
}
