package org.lianqiao.matching.chains;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.web.Option;

/**
 * A chain's page.
 *
 * @param regions of the alliance, in the order of the columns
 * @param rows from upstream to downstream
 * @param staff whether the reader may open the enterprises that are counted
 */
record ChainMap(
        ChainReader.Chain chain, List<Option> regions, List<Row> rows, List<Suggested> proposals, boolean staff) {

    /**
     * @param feeds the names of what it goes into
     * @param targets those of them that stand on the same map
     * @param brief its figures in a few words; empty where nothing is there
     */
    record Row(
            ChainNode node, NodeState state, Layers.Place place, List<Link> feeds, List<UUID> targets, String brief) {}

    /** A node of this chain or of another. */
    record Link(String name, String href, String chain) {}

    /** @param drafted the reader's own need that came out of it and is still open */
    record Suggested(
            NeedKind kind,
            ChainNode node,
            List<Fact> facts,
            @Nullable UUID drafted) {}

    /** A piece of evidence, in words. */
    record Fact(String text, String href) {}

    public long count(NodeState state) {
        return rows.stream().filter(r -> r.state == state).count();
    }

    public int columns() {
        return rows.stream().mapToInt(r -> r.place.column()).max().orElse(-1) + 1;
    }

    /** The rows of one stream, in which the page divides them. */
    public List<Row> of(ChainNode.Stream stream) {
        return rows.stream().filter(r -> r.node.stream() == stream).toList();
    }

    /** The kinds of proposals, in the order in which the page shows them. */
    public List<NeedKind> kinds() {
        return List.of(NeedKind.FILL, NeedKind.STRENGTHEN, NeedKind.EXTEND);
    }

    public List<Suggested> proposed(NeedKind kind) {
        return proposals.stream().filter(p -> p.kind == kind).toList();
    }

    public Collection<ChainNode.Stream> streams() {
        return rows.stream().map(r -> r.node.stream()).distinct().sorted().toList();
    }
}
