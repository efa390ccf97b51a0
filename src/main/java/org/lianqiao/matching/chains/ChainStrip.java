package org.lianqiao.matching.chains;

import java.util.List;
import java.util.Map;

/**
 * A chain in one line: its nodes as beads, from upstream to downstream.
 *
 * @param streams the beads by the name of their stream
 */
public record ChainStrip(String code, String name, Map<String, List<Bead>> streams, int needs, int projects) {

    /** A node, by how it stands in the alliance. */
    public record Bead(String node, NodeState state) {}

    public long getNodes() {
        return streams.values().stream().mapToLong(List::size).sum();
    }

    public long getGaps() {
        return count(NodeState.GAP);
    }

    public long getStrong() {
        return count(NodeState.STRONG);
    }

    private long count(NodeState state) {
        return streams.values().stream()
                .flatMap(List::stream)
                .filter(b -> b.state == state)
                .count();
    }
}
