package org.lianqiao.matching.chains;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A node with what stands there, as its reader may see it.
 *
 * @param chain its chain's code, as it stands in the address
 * @param feeds what it goes into, also in other chains
 * @param fedBy what goes into it
 * @param byRegion the figures of each region of the alliance that has any
 * @param allied what stands in the alliance's regions
 * @param all what stands anywhere
 */
record ChainNode(
        UUID id,
        String chain,
        String chainName,
        Stream stream,
        String name,
        List<UUID> feeds,
        List<UUID> fedBy,
        Map<String, Figures> byRegion,
        Figures allied,
        Figures all) {

    /** Where a node stands between raw material and customer. */
    enum Stream {
        UPSTREAM,
        MIDSTREAM,
        DOWNSTREAM
    }

    public Figures in(String region) {
        return byRegion.getOrDefault(region, Figures.NONE);
    }

    /** Enterprises outside the alliance, who could be asked. */
    int elsewhere() {
        return all.enterprises() - allied.enterprises();
    }
}
