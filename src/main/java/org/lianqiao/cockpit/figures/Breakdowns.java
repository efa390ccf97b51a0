package org.lianqiao.cockpit.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.cockpit.figures.CockpitPage.Cell;
import org.lianqiao.cockpit.figures.CockpitPage.Row;
import org.lianqiao.cockpit.figures.CockpitPage.Table;
import org.lianqiao.prospects.LeadSource;
import org.lianqiao.prospects.LedgerReader;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures by chain, node, region, function, source, event and office: each number leads to its list. */
@Component
@RequiredArgsConstructor
class Breakdowns {
    private static final int MOST_ROWS = 15;
    private static final int LEVELS = 4;

    private final Catalogue catalogue;
    private final Choices choices;
    private final FlowMaps places;
    private final JdbcClient jdbc;

    List<Table> tables(Tallies leads, Tallies projects, Map<String, Long> late, CockpitLinks links, Viewer viewer) {
        var tables = new ArrayList<Table>();
        tables.add(both("chain", leads, projects, this::chain, links, "chain"));
        tables.add(both("region", byRegion(leads), byRegion(projects), catalogue::regionName, links, "inRegion"));
        tables.add(both("node", leads, projects, n -> catalogue.nodeName(UUID.fromString(n)), links, "node"));
        tables.add(functions(projects, links));
        tables.add(ofLeads("source", leads, s -> choices.label(LeadSource.valueOf(s)), links));
        tables.add(ofLeads("event", leads, e -> e, links));
        if (viewer.side() != null) tables.add(offices(leads, late, links, viewer));
        return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
    }

    private String chain(String id) {
        return catalogue.chainName(UUID.fromString(id));
    }

    private Table both(
            String key,
            Tallies leads,
            Tallies projects,
            Function<String, String> label,
            CockpitLinks links,
            String filter) {
        var values = new HashSet<>(leads.of(key).keySet());
        values.addAll(projects.of(key).keySet());
        var rows = values.stream()
                .map(v -> {
                    var tally = projects.of(key, v);
                    return new Row(
                            label.apply(v),
                            cell(leads.of(key, v), links.leads(key, v)),
                            cell(tally, links.projects("first", filter, v)),
                            tally.money(),
                            null);
                })
                .toList();
        return table(key, rows, leads, key);
    }

    private Table functions(Tallies projects, CockpitLinks links) {
        var rows = projects.of("function").entrySet().stream()
                .map(e -> new Row(
                        choices.label(SiteFunction.valueOf(e.getKey())),
                        null,
                        cell(e.getValue(), links.projects("first", "inFunction", e.getKey())),
                        e.getValue().money(),
                        null))
                .toList();
        return new Table("function", largest(rows), 0);
    }

    private Table ofLeads(String key, Tallies leads, Function<String, String> label, CockpitLinks links) {
        var rows = leads.of(key).entrySet().stream()
                .filter(e -> !e.getKey().isBlank())
                .map(e -> new Row(
                        label.apply(e.getKey()), cell(e.getValue(), links.leads(key, e.getKey())), null, null, null))
                .toList();
        return key.equals("event") ? new Table(key, largest(rows), 0) : table(key, rows, leads, key);
    }

    /** Those of the own side alone: how the other side divides its work is its own. */
    private Table offices(Tallies leads, Map<String, Long> late, CockpitLinks links, Viewer viewer) {
        var rows = new ArrayList<Row>();
        var held = new HashSet<String>();
        jdbc.sql("select p.id::text, coalesce(nullif(p.short_name, ''), p.name) from organization p where p.id in "
                        + LedgerReader.sideOffices())
                .params(LedgerReader.of(viewer))
                .query(row -> {
                    var id = row.getString(1);
                    held.add(id);
                    var tally = leads.of("holder", id);
                    long overdue = late.getOrDefault(id, 0L);
                    if (tally.now() + tally.before() + overdue > 0)
                        rows.add(new Row(
                                row.getString(2),
                                cell(tally, links.leads("holder", id)),
                                null,
                                null,
                                new Cell(overdue, 0, links.late("holder", id))));
                });
        long others = leads.of("holder").entrySet().stream()
                .filter(e -> !held.contains(e.getKey()))
                .mapToLong(e -> e.getValue().now())
                .sum();
        return new Table("office", largest(rows), others);
    }

    private static Table table(String key, List<Row> rows, Tallies leads, String what) {
        long told = leads.of(what).values().stream().mapToLong(Tally::now).sum();
        var shown = largest(rows);
        return new Table(
                key,
                shown,
                key.equals("region") ? 0 : Math.max(0, leads.of("all", "").now() - told));
    }

    private static List<Row> largest(List<Row> rows) {
        return rows.stream()
                .filter(r -> r.size() > 0 || r.late() != null)
                .sorted(Comparator.comparingLong(Row::size).reversed().thenComparing(Row::label))
                .limit(MOST_ROWS)
                .toList();
    }

    private static Cell cell(Tally tally, String href) {
        return new Cell(tally.now(), tally.before(), href);
    }

    /** A region counts its children, as the lists' filter does. */
    private Tallies byRegion(Tallies tallies) {
        var summed = new Tallies();
        var found = tallies.of("region");
        for (var region : found.keySet())
            for (var other : found.entrySet())
                if (catalogue.liesIn(other.getKey(), region)) summed.add("region", region, other.getValue());
        return summed;
    }

    CockpitPage.Heat heat(Tallies leads, CockpitLinks links) {
        var regions = places.places();
        long most =
                leads.of("place").values().stream().mapToLong(Tally::now).max().orElse(0);
        var chains = new HashMap<String, Long>();
        leads.of("chain").forEach((chain, tally) -> chains.put(chain, tally.now()));
        var rows = chains.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new CockpitPage.HeatRow(
                        chain(e.getKey()),
                        regions.stream()
                                .map(r -> {
                                    long count = leads.of("place", e.getKey() + " " + r.value())
                                            .now();
                                    int level = most == 0 ? 0 : (int) ((count * LEVELS + most - 1) / most);
                                    return new CockpitPage.HeatCell(
                                            count, level, links.leads("chain", e.getKey(), "region", r.value()));
                                })
                                .collect(Collectors.toList())))
                .toList();
        return new CockpitPage.Heat(
                regions.stream().map(r -> catalogue.regionName(r.value())).toList(), rows);
    }
}
