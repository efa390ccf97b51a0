package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/** Demands of the tests, said in one line. */
final class Demands {
    private Demands() {}

    static Demand makersOf(String product) {
        return Demand.of(List.of(product), List.of(), null);
    }

    static Demand suppliersOf(String product) {
        return Demand.of(List.of(), List.of(product), null);
    }

    static Demand customersOf(String product) {
        return new Demand(List.of(), List.of(), List.of(product), "", null, null, false, Set.of(), Set.of());
    }

    static Demand at(Demand demand, @Nullable String region, @Nullable SiteFunction function, boolean large) {
        return new Demand(
                demand.products(),
                demand.suppliersOf(),
                demand.customersOf(),
                demand.node(),
                region,
                function,
                large,
                demand.excluded(),
                demand.doubted());
    }

    static Demand excluding(Demand demand, UUID... never) {
        return with(demand, Set.of(never), demand.doubted());
    }

    static Demand doubting(Demand demand, UUID... doubted) {
        return with(demand, demand.excluded(), Set.of(doubted));
    }

    private static Demand with(Demand demand, Set<UUID> excluded, Set<UUID> doubted) {
        return new Demand(
                demand.products(),
                demand.suppliersOf(),
                demand.customersOf(),
                demand.node(),
                demand.region(),
                demand.function(),
                demand.large(),
                excluded,
                doubted);
    }
}
