package org.lianqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianqiao.organizations.OrganizationImport;
import org.lianqiao.search.Finder;
import org.lianqiao.search.RawSearch;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench/search --enterprises F.csv --queries F.jsonl --out R.tsv}: loads the enterprises through the portal's own
 * import, asks through its own search, writes {@code query, enterprise, rank}, and prints the times.
 */
final class SearchBench {
    static final Viewer STAFF = new Viewer(
            null, "", null, "", OrganizationKind.OFFICE, null, null, null, false, false, Set.of(Role.OFFICER));

    private record Asked(String id, String words) {}

    private SearchBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = options(args);
        var file = Files.readAllBytes(Path.of(options.get("enterprises")));
        try (var portal = new Portal()) {
            load(portal, file);
            var ids = ids(file, portal.get(JdbcClient.class));
            Files.write(Path.of(options.get("out")), ask(portal, queries(Path.of(options.get("queries"))), ids));
            Memory.print();
        }
    }

    private static void load(Portal portal, byte[] file) throws InterruptedException {
        var finder = portal.get(Finder.class);
        while (!finder.isUpToDate()) Thread.sleep(20);
        var begun = System.nanoTime();
        int loaded = portal.get(OrganizationImport.class)
                .take(file, "enterprises.csv", Viewer.VISITOR)
                .fresh();
        double imported = seconds(begun);
        while (!finder.isUpToDate()) Thread.sleep(20);
        System.out.printf(
                Locale.ROOT,
                "%d enterprises imported in %.1f s, found after %.1f s%n",
                loaded,
                imported,
                seconds(begun));
    }

    private static List<Asked> queries(Path file) throws IOException {
        var json = new JsonMapper();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(json::readTree)
                .map(q ->
                        new Asked(q.path("query_id").asString(), q.path("query").asString()))
                .toList();
    }

    /** The first round warms up; each query is timed in the second. */
    private static List<String> ask(Portal portal, List<Asked> queries, Map<UUID, String> ids) throws IOException {
        var finder = portal.get(Finder.class);
        var ours = new Stopwatch();
        var raw = new Stopwatch();
        var lines = new ArrayList<String>();
        try (var index = new RawSearch(portal)) {
            for (int round = 0; round < 2; round++) {
                ours.clear();
                raw.clear();
                lines.clear();
                for (var query : queries) {
                    int rank = 0;
                    for (var id : ours.time(() -> finder.find(query.words(), STAFF)))
                        if (ids.containsKey(id)) lines.add(query.id() + "\t" + ids.get(id) + "\t" + ++rank);
                    var lucene = index.query(query.words(), STAFF);
                    raw.time(() -> index.find(lucene));
                }
            }
        }
        ours.print("search with facets", raw, "raw Lucene, the same query");
        return lines;
    }

    /** The sheet's own ids, by the name under which the portal has the enterprise: it knows nothing of them. */
    private static Map<UUID, String> ids(byte[] file, JdbcClient jdbc) {
        Map<String, UUID> byName = new HashMap<>();
        jdbc.sql("select id, name from organization").query(row -> {
            byName.put(row.getString(2), row.getObject(1, UUID.class));
        });
        Map<UUID, String> ids = new HashMap<>();
        var columns = new HashMap<String, Integer>();
        SheetReader.read(file, row -> {
            if (columns.isEmpty()) {
                for (int i = 0; i < row.cells().size(); i++)
                    columns.put(row.cells().get(i), i);
                return;
            }
            var id = byName.get(row.cells().get(columns.get("企业全称")));
            if (id != null) ids.put(id, row.cells().get(columns.get("ent_id")));
        });
        return ids;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        for (var needed : List.of("enterprises", "queries", "out"))
            if (!options.containsKey(needed))
                throw new IllegalArgumentException("bench/search --enterprises F.csv --queries F.jsonl --out R.tsv");
        return options;
    }
}
