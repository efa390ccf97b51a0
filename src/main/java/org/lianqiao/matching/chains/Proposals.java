package org.lianqiao.matching.chains;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianqiao.needs.NeedKind;

/**
 * What the map proposes. The rules are the whole of it; the same figures always give the same proposals, and each carries
 * its facts:
 *
 * <ul>
 *   <li><b>补链 FILL</b>: no enterprise of the alliance stands at the node, and it is asked for: an open need seeks it
 *       there, or a node that it feeds has enterprises in the alliance, open needs that seek, or projects. Weight: needs at
 *       the node three times, everything downstream once.
 *   <li><b>强链 STRENGTHEN</b>: the alliance is strong at the node ({@link Figures#isStrong}). Weight: what is there, and
 *       open needs.
 *   <li><b>延链 EXTEND</b>: the alliance has at most one enterprise at the node and is not strong there, nothing is to be
 *       filled, and a node beside it, up or down, is strong. Weight: that strength.
 * </ul>
 *
 * A node has one proposal at most; those of one kind stand by weight, then as the chain runs.
 */
final class Proposals {
    private static final int ASKED_HERE = 3;

    private final Map<UUID, ChainNode> nodes;

    /** @param nodes those to propose for, and their neighbours */
    Proposals(Collection<ChainNode> nodes) {
        this.nodes = nodes.stream().collect(Collectors.toMap(ChainNode::id, Function.identity()));
    }

    NodeState state(ChainNode node) {
        if (node.allied().isStrong()) return NodeState.STRONG;
        if (node.allied().enterprises() > 0) return NodeState.COVERED;
        return demand(node) > 0 ? NodeState.GAP : NodeState.VACANT;
    }

    /** The proposals for these nodes, 补链 first, the best of each kind first. */
    List<Proposal> of(Collection<ChainNode> wanted) {
        return Stream.of(NeedKind.FILL, NeedKind.STRENGTHEN, NeedKind.EXTEND)
                .flatMap(kind -> wanted.stream()
                        .flatMap(n -> at(n).filter(p -> p.kind() == kind).stream())
                        .sorted(Comparator.comparingInt(Proposal::weight).reversed()))
                .toList();
    }

    Optional<Proposal> at(ChainNode node) {
        return switch (state(node)) {
            case GAP -> Optional.of(fill(node));
            case STRONG -> Optional.of(strengthen(node));
            case COVERED, VACANT -> extend(node);
        };
    }

    private int demand(ChainNode node) {
        int downstream = neighbours(node.feeds()).stream()
                .mapToInt(d ->
                        d.allied().enterprises() + d.all().sought() + d.all().projects())
                .sum();
        return ASKED_HERE * node.all().sought() + downstream;
    }

    private Proposal fill(ChainNode node) {
        var facts = new ArrayList<Evidence>();
        sought(node, "chains.evidence.sought").ifPresent(facts::add);
        for (var below : neighbours(node.feeds())) {
            if (below.allied().enterprises() > 0)
                facts.add(new Evidence("chains.evidence.downstream", here(below), below.name(), below));
            sought(below, "chains.evidence.downstream.sought").ifPresent(facts::add);
            if (below.all().projects() > 0)
                facts.add(new Evidence(
                        "chains.evidence.downstream.projects",
                        "/projects?node=" + below.id(),
                        below.name(),
                        below.all().projects()));
        }
        elsewhere(node, facts);
        return new Proposal(NeedKind.FILL, node, demand(node), facts);
    }

    private static Proposal strengthen(ChainNode node) {
        var facts = new ArrayList<Evidence>();
        facts.add(new Evidence("chains.evidence.strong", here(node), node.name(), node));
        if (node.allied().projects() > 0)
            facts.add(new Evidence(
                    "chains.evidence.projects",
                    "/projects?node=" + node.id(),
                    node.name(),
                    node.all().projects()));
        sought(node, "chains.evidence.sought").ifPresent(facts::add);
        return new Proposal(
                NeedKind.STRENGTHEN, node, node.allied().weight() + node.all().sought(), facts);
    }

    private Optional<Proposal> extend(ChainNode node) {
        if (node.allied().enterprises() > 1) return Optional.empty();
        var facts = new ArrayList<Evidence>();
        int weight = beside(node.fedBy(), "chains.evidence.strong.upstream", facts)
                + beside(node.feeds(), "chains.evidence.strong.downstream", facts);
        if (facts.isEmpty()) return Optional.empty();
        facts.add(
                node.allied().enterprises() == 0
                        ? new Evidence("chains.evidence.nobody", here(node), node.name())
                        : new Evidence("chains.evidence.alone", here(node), node.name(), node));
        elsewhere(node, facts);
        return Optional.of(new Proposal(NeedKind.EXTEND, node, weight, facts));
    }

    private int beside(List<UUID> ids, String key, List<Evidence> facts) {
        int weight = 0;
        for (var neighbour : neighbours(ids))
            if (neighbour.allied().isStrong()) {
                facts.add(new Evidence(key, here(neighbour), neighbour.name(), neighbour));
                weight += neighbour.allied().weight();
            }
        return weight;
    }

    private static void elsewhere(ChainNode node, List<Evidence> facts) {
        if (node.elsewhere() > 0)
            facts.add(new Evidence("chains.evidence.elsewhere", here(node), node.name(), node.elsewhere()));
    }

    private static Optional<Evidence> sought(ChainNode node, String key) {
        int sought = node.all().sought();
        return sought == 0
                ? Optional.empty()
                : Optional.of(new Evidence(key, "/needs?direction=SEEK&node=" + node.id(), node.name(), sought));
    }

    private static String here(ChainNode node) {
        return "/chains/" + node.chain() + "#" + node.id();
    }

    private List<ChainNode> neighbours(List<UUID> ids) {
        return ids.stream().map(nodes::get).filter(Objects::nonNull).toList();
    }
}
