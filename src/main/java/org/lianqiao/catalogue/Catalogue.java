package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Regions, parks, chains, nodes and industries, named in the reader's language. Every page asks for them and they seldom
 * change: they are read once a minute.
 */
@Service
@RequiredArgsConstructor
public class Catalogue {
    private static final int SECONDS_KEPT = 60;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Name(String zh, String en) {
        String here() {
            return Locale.ENGLISH
                            .getLanguage()
                            .equals(LocaleContextHolder.getLocale().getLanguage())
                    ? en
                    : zh;
        }
    }

    private record Region(
            String code, @Nullable String parent, Name name, Name brief, boolean allied, boolean hasOffice) {}

    private record Chain(UUID id, String code, Name name) {}

    private record Node(UUID id, UUID chain, Name name) {}

    private record Park(UUID id, String region, Name name) {}

    private record Industry(String code, @Nullable String parent, Name name) {}

    private record Kept(
            Map<String, Region> regions,
            Map<UUID, Chain> chains,
            Map<UUID, Node> nodes,
            List<Park> parks,
            List<Industry> industries,
            Instant until) {}

    /** All active regions: those of an alliance and with an office first. */
    public List<Option> regions() {
        var all = new ArrayList<Option>();
        all.addAll(regions(r -> r.allied || r.hasOffice));
        all.addAll(regions(r -> !r.allied && !r.hasOffice));
        return all;
    }

    /** The regions of the alliances, which promote investment together. */
    public List<Option> allianceRegions() {
        return regions(Region::allied);
    }

    private List<Option> regions(Predicate<Region> which) {
        return current().regions.values().stream()
                .filter(which)
                .map(r -> new Option(r.code, r.name.here()))
                .toList();
    }

    public List<Option> chains() {
        return current().chains.values().stream()
                .map(c -> new Option(c.id.toString(), c.name.here()))
                .toList();
    }

    /** All nodes by chain, from upstream to downstream. */
    public List<NodeGroup> nodes() {
        var kept = current();
        return kept.chains.values().stream()
                .map(c -> new NodeGroup(
                        c.name.here(),
                        kept.nodes.values().stream()
                                .filter(n -> n.chain.equals(c.id))
                                .map(n -> new Option(n.id.toString(), n.name.here()))
                                .toList()))
                .toList();
    }

    /** The nodes of one chain, from upstream to downstream; none where there is no such chain. */
    public List<Option> nodesOf(@Nullable UUID chain) {
        return current().nodes.values().stream()
                .filter(n -> n.chain.equals(chain))
                .map(n -> new Option(n.id.toString(), n.name.here()))
                .toList();
    }

    /** @param region a region's code, or nothing for the parks of all */
    public List<Option> parks(@Nullable String region) {
        return current().parks.stream()
                .filter(p -> region == null || region.isEmpty() || p.region.equals(region))
                .map(p -> new Option(p.id.toString(), regionName(p.region) + " · " + p.name.here()))
                .toList();
    }

    /** The divisions of GB/T 4754, by two digits. */
    public List<Option> industries() {
        return current().industries.stream()
                .filter(i -> i.parent != null)
                .map(i -> new Option(i.code, i.code + " " + i.name.here()))
                .toList();
    }

    public String industryName(@Nullable String code) {
        return current().industries.stream()
                .filter(i -> i.code.equals(code))
                .map(i -> i.name.here())
                .findFirst()
                .orElse("");
    }

    /** The short name, as lists show it, or an empty text where the region is not known. */
    public String regionName(@Nullable String code) {
        var region = code == null ? null : current().regions.get(code);
        return region == null ? "" : region.brief.here();
    }

    public String nodeName(@Nullable UUID id) {
        var node = id == null ? null : current().nodes.get(id);
        return node == null ? "" : node.name.here();
    }

    public String chainName(@Nullable UUID id) {
        var chain = id == null ? null : current().chains.get(id);
        return chain == null ? "" : chain.name.here();
    }

    /** A chain's short code, as it stands in its page's address. */
    public String chainCode(UUID id) {
        var chain = current().chains.get(id);
        return chain == null ? "" : chain.code;
    }

    public @Nullable UUID chainOf(@Nullable UUID node) {
        var found = node == null ? null : current().nodes.get(node);
        return found == null ? null : found.chain;
    }

    /** Whether a region is another one or one of its children, as a filter by region takes them. */
    public boolean liesIn(String code, String region) {
        var found = current().regions.get(code);
        return code.equals(region) || found != null && region.equals(found.parent);
    }

    public boolean hasRegion(@Nullable String code) {
        return code != null && current().regions.containsKey(code);
    }

    public boolean hasNode(@Nullable UUID id) {
        return id != null && current().nodes.containsKey(id);
    }

    /** Whether the park lies in the region. */
    public boolean hasPark(UUID park, String region) {
        return current().parks.stream().anyMatch(p -> p.id.equals(park) && p.region.equals(region));
    }

    /** After a change of the catalogue: once it is committed, the next reader reads it anew. */
    public void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    /** The next reader reads the catalogue anew. */
    public void forget() {
        kept = null;
    }

    private Kept current() {
        var now = clock.instant();
        var here = kept;
        if (here != null && now.isBefore(here.until)) return here;
        var fresh = read(now.plusSeconds(SECONDS_KEPT));
        kept = fresh;
        return fresh;
    }

    private Kept read(Instant until) {
        var regions = new LinkedHashMap<String, Region>();
        jdbc.sql("""
                select r.code, r.parent_code, r.name_zh, r.name_en, r.short_zh, r.short_en,
                       exists (select from alliance_region a where a.region_code = r.code) as allied,
                       exists (select from organization o where o.region_code = r.code and o.kind = 'OFFICE') as has_office
                  from region r where r.active order by r.position, r.code
                """)
                .query((row, n) -> new Region(
                        text(row.getString(1)),
                        row.getString(2),
                        new Name(text(row.getString(3)), text(row.getString(4))),
                        new Name(text(row.getString(5)), text(row.getString(6))),
                        row.getBoolean(7),
                        row.getBoolean(8)))
                .list()
                .forEach(r -> regions.put(r.code, r));
        var chains = new LinkedHashMap<UUID, Chain>();
        jdbc.sql("select id, code, name_zh, name_en from industry_chain where active order by position, code")
                .query((row, n) -> new Chain(
                        row.getObject(1, UUID.class),
                        text(row.getString(2)),
                        new Name(text(row.getString(3)), text(row.getString(4)))))
                .list()
                .forEach(c -> chains.put(c.id, c));
        var nodes = new LinkedHashMap<UUID, Node>();
        jdbc.sql("""
                select id, chain_id, name_zh, name_en from chain_node where active
                 order by array_position(array['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM'], stream), position, code
                """)
                .query((row, n) -> new Node(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new Name(text(row.getString(3)), text(row.getString(4)))))
                .list()
                .forEach(n -> nodes.put(n.id, n));
        var parks = jdbc.sql(
                        "select id, region_code, name_zh, name_en from park where active order by region_code, name_zh")
                .query((row, n) -> new Park(
                        row.getObject(1, UUID.class),
                        text(row.getString(2)),
                        new Name(text(row.getString(3)), text(row.getString(4)))))
                .list();
        var industries = jdbc.sql("select code, parent_code, name_zh, name_en from industry_code order by code")
                .query((row, n) -> new Industry(
                        text(row.getString(1)),
                        row.getString(2),
                        new Name(text(row.getString(3)), text(row.getString(4)))))
                .list();
        return new Kept(regions, chains, nodes, parks, industries, until);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
