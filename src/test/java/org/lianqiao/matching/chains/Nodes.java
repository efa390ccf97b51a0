package org.lianqiao.matching.chains;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A chain made up for a test: nodes by name, what feeds what, and what stands where. */
final class Nodes {
    static final String HERE = "131082";
    static final String THERE = "110112";

    private final Map<String, ChainNode> nodes = new LinkedHashMap<>();

    Nodes up(String... names) {
        return add(ChainNode.Stream.UPSTREAM, names);
    }

    Nodes mid(String... names) {
        return add(ChainNode.Stream.MIDSTREAM, names);
    }

    Nodes down(String... names) {
        return add(ChainNode.Stream.DOWNSTREAM, names);
    }

    private Nodes add(ChainNode.Stream stream, String... names) {
        for (var name : names)
            nodes.put(
                    name,
                    new ChainNode(
                            UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            "test",
                            "链",
                            stream,
                            name,
                            List.of(),
                            List.of(),
                            Map.of(),
                            Figures.NONE,
                            Figures.NONE));
        return this;
    }

    /** @param edge {@code 电芯 > 电池包} */
    Nodes feeds(String... edges) {
        for (var edge : edges) {
            var ends = edge.split(" > ");
            var from = at(ends[0]);
            var to = at(ends[1]);
            change(ends[0], n -> with(n, plus(n.feeds(), to.id()), n.fedBy(), n.byRegion(), n.allied(), n.all()));
            change(ends[1], n -> with(n, n.feeds(), plus(n.fedBy(), from.id()), n.byRegion(), n.allied(), n.all()));
        }
        return this;
    }

    /** Stands in a region of the alliance. */
    Nodes in(String region, String name, Figures figures) {
        return change(name, n -> {
            var byRegion = new HashMap<>(n.byRegion());
            byRegion.merge(region, figures, Figures::plus);
            return with(
                    n,
                    n.feeds(),
                    n.fedBy(),
                    byRegion,
                    n.allied().plus(figures),
                    n.all().plus(figures));
        });
    }

    /** Stands outside the alliance. */
    Nodes elsewhere(String name, Figures figures) {
        return change(
                name,
                n -> with(
                        n,
                        n.feeds(),
                        n.fedBy(),
                        n.byRegion(),
                        n.allied(),
                        n.all().plus(figures)));
    }

    ChainNode at(String name) {
        return nodes.get(name);
    }

    List<ChainNode> all() {
        return List.copyOf(nodes.values());
    }

    Proposals proposals() {
        return new Proposals(all());
    }

    static Figures enterprises(int count) {
        return new Figures(count, 0, 0, 0, 0);
    }

    static Figures large(int count) {
        return new Figures(count, count, 0, 0, 0);
    }

    static Figures sought(int count) {
        return new Figures(0, 0, count, count, 0);
    }

    static Figures projects(int count) {
        return new Figures(0, 0, 0, 0, count);
    }

    private Nodes change(String name, UnaryOperator<ChainNode> change) {
        nodes.compute(name, (key, node) -> change.apply(node));
        return this;
    }

    private static ChainNode with(
            ChainNode n,
            List<UUID> feeds,
            List<UUID> fedBy,
            Map<String, Figures> byRegion,
            Figures allied,
            Figures all) {
        return new ChainNode(
                n.id(), n.chain(), n.chainName(), n.stream(), n.name(), feeds, fedBy, byRegion, allied, all);
    }

    private static List<UUID> plus(List<UUID> ids, UUID id) {
        var more = new ArrayList<>(ids);
        more.add(id);
        return more;
    }
}
