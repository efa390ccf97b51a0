package org.lianqiao.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench/search --enterprises F.csv --queries F.jsonl --out R.tsv [--copies N]}: loads the enterprises through the
 * portal's own import, asks through its own search, writes {@code query, enterprise, rank}, and prints the times. With
 * copies, each enterprise is loaded N times under other names, to measure speed.
 */
final class SearchBench {
    private static final Viewer STAFF = new Viewer(
            null, "", null, "", OrganizationKind.OFFICE, null, null, null, false, false, Set.of(Role.OFFICER));

    private SearchBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = options(args);
        var file = Files.readAllBytes(Path.of(options.get("enterprises")));
        int copies = Integer.parseInt(options.getOrDefault("copies", "1"));
        var index = Files.createTempDirectory("lianqiao-index");
        try (var portal = new Portal("lianqiao.search.directory=" + index)) {
            load(portal, file, copies);
            var lines = ask(portal, Path.of(options.get("queries")), ids(file, portal.get(JdbcClient.class)), copies);
            Files.write(Path.of(options.get("out")), lines);
            memory();
        }
    }

    private static void load(Portal portal, byte[] file, int copies) throws InterruptedException {
        var finder = portal.get(Finder.class);
        while (!finder.isUpToDate()) Thread.sleep(20);
        var begun = System.nanoTime();
        int loaded = 0;
        for (int copy = 0; copy < copies; copy++)
            loaded += portal.get(OrganizationImport.class)
                    .take(copy == 0 ? file : renamed(file, copy), "enterprises.csv", Viewer.VISITOR)
                    .fresh();
        double imported = seconds(begun);
        while (!finder.isUpToDate()) Thread.sleep(20);
        double indexed = seconds(begun);
        System.out.printf(
                Locale.ROOT,
                "%d enterprises imported in %.1f s, found after %.1f s (%.0f a second)%n",
                loaded,
                imported,
                indexed,
                loaded / indexed);
    }

    private static List<String> ask(Portal portal, Path queries, Map<UUID, String> ids, int copies) throws IOException {
        var finder = portal.get(Finder.class);
        var json = new JsonMapper();
        var lines = new ArrayList<String>();
        var asked = new ArrayList<String[]>();
        for (var line : Files.readAllLines(queries)) {
            if (line.isBlank()) continue;
            var query = json.readTree(line);
            asked.add(new String[] {
                query.path("query_id").asString(), query.path("query").asString()
            });
        }
        // The first round also warms up; where speed is measured, each query is timed in the second.
        var times = new ArrayList<Long>();
        for (int round = 0; round < (copies > 1 ? 2 : 1); round++) {
            times.clear();
            lines.clear();
            for (var query : asked) {
                var begun = System.nanoTime();
                var found = finder.find(query[1], STAFF);
                times.add(System.nanoTime() - begun);
                int rank = 0;
                for (var id : found) if (ids.containsKey(id)) lines.add(query[0] + "\t" + ids.get(id) + "\t" + ++rank);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%d searches with facets: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                times.size(),
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 95 / 100) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6);
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

    /** The same enterprises under other names: the copy's number stands before the legal form. */
    private static byte[] renamed(byte[] file, int copy) {
        var text = new String(file, StandardCharsets.UTF_8);
        return text.replace("公司,", copy + "号公司,").getBytes(StandardCharsets.UTF_8);
    }

    private static void memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "heap in use %d MB, resident %s%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                resident());
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "unknown";
        }
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
