package org.lianqiao.organizations;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.catalogue.NodeGroup;

/**
 * Chain nodes to tick, by chain.
 *
 * @param chosen the ids that are ticked
 * @param opened the chains that stand open, because something is ticked in them
 */
public record NodePicks(List<NodeGroup> groups, Set<String> chosen, Set<String> opened) {
    public static NodePicks of(Catalogue catalogue, @Nullable List<UUID> ids) {
        var groups = catalogue.nodes();
        var chosen = ids == null
                ? Set.<String>of()
                : ids.stream().map(UUID::toString).collect(Collectors.toSet());
        var opened = groups.stream()
                .filter(group -> group.nodes().stream().anyMatch(node -> chosen.contains(node.value())))
                .map(NodeGroup::chain)
                .collect(Collectors.toSet());
        return new NodePicks(groups, chosen, opened);
    }
}
