package org.lianqiao.matching.chains;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where each node of a chain is drawn: in columns from upstream to downstream, what feeds another to its left. Edges back,
 * such as recycling, do not count. Within a column nodes stand near what they are joined to, by the mean of its places,
 * as layered drawings do (Sugiyama).
 */
final class Layers {
    private static final int SWEEPS = 6;

    private final Map<UUID, ChainNode> nodes;
    private final Map<UUID, List<UUID>> feeds = new HashMap<>();
    private final Map<UUID, List<UUID>> fedBy = new HashMap<>();
    private final Map<UUID, Integer> columns = new HashMap<>();
    private final List<List<UUID>> drawn = new ArrayList<>();

    /**
     * @param column from 0, at the left
     * @param row from 0, at the top
     * @param rows how many stand in the column
     */
    record Place(int column, int row, int rows) {}

    private Layers(Collection<ChainNode> chain) {
        nodes = chain.stream()
                .collect(Collectors.toMap(ChainNode::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        for (var node : chain) {
            feeds.put(node.id(), new ArrayList<>());
            fedBy.put(node.id(), new ArrayList<>());
        }
    }

    static Map<UUID, Place> of(Collection<ChainNode> chain) {
        var layers = new Layers(chain);
        layers.join();
        layers.divide();
        layers.untangle();
        return layers.places();
    }

    /** Edges forward only, and none that would close a circle. */
    private void join() {
        for (var node : nodes.values())
            for (var other : node.feeds()) {
                var to = nodes.get(other);
                if (to == null || to.stream().ordinal() < node.stream().ordinal() || reaches(other, node.id()))
                    continue;
                feeds(node.id()).add(other);
                fedBy(other).add(node.id());
            }
    }

    private boolean reaches(UUID from, UUID to) {
        Set<UUID> seen = new HashSet<>();
        var ahead = new ArrayList<>(List.of(from));
        while (!ahead.isEmpty()) {
            var at = ahead.remove(ahead.size() - 1);
            if (at.equals(to)) return true;
            if (seen.add(at)) ahead.addAll(feeds(at));
        }
        return false;
    }

    /** Each stream takes as many columns as its longest path; who may stand in several goes where it is emptiest. */
    private void divide() {
        int first = 0;
        for (var stream : ChainNode.Stream.values()) {
            var here = nodes.values().stream()
                    .filter(n -> n.stream() == stream)
                    .map(ChainNode::id)
                    .toList();
            if (here.isEmpty()) continue;
            int width = here.stream().mapToInt(n -> behind(n, fedBy)).max().orElse(0) + 1;
            int[] filled = new int[width];
            for (var id : here.stream()
                    .sorted(Comparator.comparingInt(n -> behind(n, fedBy)))
                    .toList()) {
                int column = emptiest(filled, least(id, first), width - 1 - behind(id, feeds));
                filled[column]++;
                columns.put(id, first + column);
            }
            first += width;
        }
        for (int i = 0; i < first; i++) drawn.add(new ArrayList<>());
        nodes.keySet().forEach(id -> drawn.get(column(id)).add(id));
    }

    private int least(UUID id, int first) {
        return fedBy(id).stream()
                .filter(n -> isSameStream(n, id))
                .mapToInt(n -> column(n) - first + 1)
                .max()
                .orElse(0);
    }

    private static int emptiest(int[] filled, int from, int to) {
        int best = from;
        for (int column = from; column <= to; column++) if (filled[column] < filled[best]) best = column;
        return best;
    }

    /** The length of the longest path within the stream. */
    private int behind(UUID id, Map<UUID, List<UUID>> way) {
        return way.getOrDefault(id, List.of()).stream()
                .filter(n -> isSameStream(n, id))
                .mapToInt(n -> behind(n, way) + 1)
                .max()
                .orElse(0);
    }

    private boolean isSameStream(UUID one, UUID other) {
        var first = nodes.get(one);
        var second = nodes.get(other);
        return first != null && second != null && first.stream() == second.stream();
    }

    private void untangle() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < drawn.size(); i++) {
                var column = drawn.get(rightwards ? i : drawn.size() - 1 - i);
                var heights = heights();
                column.sort(Comparator.comparingDouble(id -> mean(id, rightwards ? fedBy : feeds, heights)));
            }
        }
    }

    private Map<UUID, Double> heights() {
        Map<UUID, Double> heights = new HashMap<>();
        for (var column : drawn)
            for (int row = 0; row < column.size(); row++) heights.put(column.get(row), (row + 0.5) / column.size());
        return heights;
    }

    private static double mean(UUID id, Map<UUID, List<UUID>> way, Map<UUID, Double> heights) {
        double own = heights.getOrDefault(id, 0.5);
        return way.getOrDefault(id, List.of()).stream()
                .mapToDouble(n -> heights.getOrDefault(n, own))
                .average()
                .orElse(own);
    }

    private Map<UUID, Place> places() {
        Map<UUID, Place> places = new HashMap<>();
        for (int column = 0; column < drawn.size(); column++) {
            var ids = drawn.get(column);
            for (int row = 0; row < ids.size(); row++) places.put(ids.get(row), new Place(column, row, ids.size()));
        }
        return places;
    }

    private List<UUID> feeds(UUID id) {
        return feeds.computeIfAbsent(id, x -> new ArrayList<>());
    }

    private List<UUID> fedBy(UUID id) {
        return fedBy.computeIfAbsent(id, x -> new ArrayList<>());
    }

    private int column(UUID id) {
        return columns.getOrDefault(id, 0);
    }
}
