package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.search.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regions as places that people type and that entries carry. Read once a minute. */
@Component
@RequiredArgsConstructor
class RegionPlaces implements Places {
    private static final int SECONDS_KEPT = 60;
    private static final int SHORTEST = 2;

    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Region(String code, @Nullable String parent, String name, String brief) {}

    private record Kept(Map<String, Region> regions, Set<String> names, Instant until) {}

    @Override
    public String regionName(String code) {
        return catalogue.regionName(code);
    }

    @Override
    public String chainName(String id) {
        return catalogue.chainName(UUID.fromString(id));
    }

    @Override
    public List<String> path(String code) {
        var regions = current().regions;
        var path = new ArrayList<String>();
        for (var region = regions.get(code); region != null && !path.contains(region.code); ) {
            path.add(region.code);
            region = region.parent == null ? null : regions.get(region.parent);
        }
        return path;
    }

    @Override
    public List<String> namesOf(String code) {
        var regions = current().regions;
        var region = regions.get(code);
        return region == null ? List.of() : List.copyOf(names(region, regions));
    }

    @Override
    public Set<String> names() {
        return current().names;
    }

    /** 河北省廊坊市, 廊坊市 and 廊坊. */
    private static Set<String> names(Region region, Map<String, Region> regions) {
        var names = new LinkedHashSet<String>();
        names.add(region.name);
        var own = region.name;
        for (var above = region.parent == null ? null : regions.get(region.parent); above != null; ) {
            if (own.startsWith(above.name)) own = own.substring(above.name.length());
            above = above.parent == null ? null : regions.get(above.parent);
        }
        names.add(own);
        names.add(region.brief);
        names.removeIf(n -> n.length() < SHORTEST);
        return names;
    }

    private Kept current() {
        var now = clock.instant();
        var here = kept;
        if (here != null && now.isBefore(here.until)) return here;
        var regions = new HashMap<String, Region>();
        jdbc.sql("select code, parent_code, name_zh, short_zh from region where active")
                .query(row -> {
                    var code = row.getString(1);
                    regions.put(code, new Region(code, row.getString(2), row.getString(3), row.getString(4)));
                });
        var names = new HashSet<String>();
        regions.values().forEach(r -> names.addAll(names(r, regions)));
        var fresh = new Kept(Map.copyOf(regions), Set.copyOf(names), now.plusSeconds(SECONDS_KEPT));
        kept = fresh;
        return fresh;
    }
}
