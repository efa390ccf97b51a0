package org.lianqiao.matching.chains;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.needs.Needs;
import org.lianqiao.organizations.Known;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the chains: each as a page, all of them as strips. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ChainMaps {
    private final ChainReader reader;
    private final Needs needs;
    private final EvidenceText words;

    /** All chains with nodes, in the catalogue's order, as the reader may see them. */
    public List<ChainStrip> strips(Viewer viewer) {
        var nodes = reader.nodes(null, reader.regions(viewer), viewer);
        var proposals = new Proposals(nodes);
        return nodes.stream()
                .collect(Collectors.groupingBy(ChainNode::chain, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(chain -> strip(chain, proposals))
                .toList();
    }

    private static ChainStrip strip(List<ChainNode> chain, Proposals proposals) {
        var streams = chain.stream()
                .collect(Collectors.groupingBy(
                        n -> n.stream().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                n -> new ChainStrip.Bead(n.name(), proposals.state(n)), Collectors.toList())));
        return new ChainStrip(
                chain.get(0).chain(),
                chain.get(0).chainName(),
                streams,
                chain.stream().mapToInt(n -> n.all().needs()).sum(),
                chain.stream().mapToInt(n -> n.all().projects()).sum());
    }

    Optional<ChainMap> map(String code, Viewer viewer) {
        return reader.chain(code).map(c -> map(c, viewer));
    }

    private ChainMap map(ChainReader.Chain chain, Viewer viewer) {
        var regions = reader.regions(viewer);
        var nodes = reader.nodes(chain.id(), regions, viewer);
        var own = nodes.stream().filter(n -> n.chain().equals(chain.code())).toList();
        var proposals = new Proposals(nodes);
        var places = Layers.of(own);
        var byId = nodes.stream().collect(Collectors.toMap(ChainNode::id, Function.identity()));
        var rows = own.stream()
                .map(n -> new ChainMap.Row(
                        n,
                        proposals.state(n),
                        Objects.requireNonNull(places.get(n.id())),
                        feeds(n, byId),
                        n.feeds().stream().filter(places::containsKey).toList(),
                        words.brief(n)))
                .toList();
        var drafted = needs.proposedBy(viewer);
        var suggested = proposals.of(own).stream()
                .map(p -> new ChainMap.Suggested(
                        p.kind(),
                        p.node(),
                        facts(p, regions),
                        drafted.get(new Needs.ProposedAt(p.node().id(), p.kind()))))
                .toList();
        return new ChainMap(chain, regions, rows, suggested, Known.isStaff(viewer));
    }

    private static List<ChainMap.Link> feeds(ChainNode node, Map<UUID, ChainNode> byId) {
        return node.feeds().stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(n -> new ChainMap.Link(
                        n.name(),
                        "/chains/" + n.chain() + "#" + n.id(),
                        n.chain().equals(node.chain()) ? "" : n.chainName()))
                .toList();
    }

    private List<ChainMap.Fact> facts(Proposal proposal, List<Option> regions) {
        return proposal.evidence().stream()
                .map(e -> new ChainMap.Fact(words.of(e, regions), e.href()))
                .toList();
    }

    /**
     * What the map proposes at a node, in the words that a need may carry into the open: only of what everybody may see.
     *
     * @return nothing where the map does not propose that
     * @throws NotFound where the chain has no such node
     */
    Optional<List<String>> evidence(String code, UUID node, NeedKind kind, Viewer viewer) {
        var chain = reader.chain(code).orElseThrow(NotFound::new);
        if (proposal(chain, node, kind, viewer).isEmpty()) return Optional.empty();
        var regions = reader.regions(viewer);
        return Optional.of(proposal(chain, node, kind, Viewer.VISITOR)
                .map(p -> p.evidence().stream().map(e -> words.of(e, regions)).toList())
                .orElse(List.of()));
    }

    private Optional<Proposal> proposal(ChainReader.Chain chain, UUID node, NeedKind kind, Viewer viewer) {
        var nodes = reader.nodes(chain.id(), reader.regions(viewer), viewer);
        var wanted = nodes.stream()
                .filter(n -> n.id().equals(node) && n.chain().equals(chain.code()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Proposals(nodes).at(wanted).filter(p -> p.kind() == kind);
    }
}
