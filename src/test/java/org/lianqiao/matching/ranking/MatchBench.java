package org.lianqiao.matching.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianqiao.bench.Portal;
import org.lianqiao.bench.Stopwatch;
import org.lianqiao.catalogue.ProductImport;
import org.lianqiao.catalogue.ProductKey;
import org.lianqiao.organizations.OrganizationImport;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench/match --enterprises F.csv --edges F.csv --needs F.jsonl --out R.tsv [--no-meaning] [--ablation]}:
 * loads the files through the portal's own imports, ranks through its own matching, writes {@code need, enterprise, rank};
 * with {@code --ablation} also without each feature, as {@code R.tsv.FEATURE}.
 */
final class MatchBench {
    private static final int RANKS = 10;
    private static final String THEME = "D";

    private MatchBench() {}

    public static void main(String[] args) throws IOException {
        var options = Options.of(args);
        try (var portal = new Portal("--lianqiao.matching.meaning=" + !options.has("no-meaning"))) {
            var timer = new Timer();
            var enterprises = Files.readAllBytes(options.path("enterprises"));
            var imported = portal.get(OrganizationImport.class).take(enterprises, "enterprises.csv", Viewer.VISITOR);
            timer.lap("import of " + imported.fresh() + " enterprises", imported.fresh());
            var edges = portal.get(ProductImport.class)
                    .take(Files.readAllBytes(options.path("edges")), "edges.csv", Viewer.VISITOR);
            timer.lap("import of " + edges.edges() + " edges", edges.edges());
            var matchmaker = portal.get(Matchmaker.class);
            matchmaker.refresh();
            timer.lap("snapshot with meanings", imported.fresh());
            var sheet = new Sheet(enterprises, portal.get(JdbcClient.class));
            var needs = needs(options.path("needs"));
            // The first round warms up; each need is timed in the second.
            write(options.path("out"), needs, sheet, matchmaker, Set.of(), new Stopwatch());
            var ours = new Stopwatch();
            write(options.path("out"), needs, sheet, matchmaker, Set.of(), ours);
            var raw = new Stopwatch();
            for (var need : needs) RawMatch.time(portal, words(need, "product"), words(need, "downstream"), raw);
            ours.print("match with reasons", raw, "raw SQL, makers by name and graph alone");
            if (options.has("ablation"))
                for (var feature : Feature.values())
                    write(
                            Path.of(options.text("out") + "." + feature),
                            needs,
                            sheet,
                            matchmaker,
                            Set.of(feature),
                            new Stopwatch());
        }
    }

    private static void write(
            Path out, List<JsonNode> needs, Sheet sheet, Matchmaker matchmaker, Set<Feature> off, Stopwatch watch)
            throws IOException {
        var lines = new ArrayList<String>();
        for (var need : needs) lines.addAll(ranked(need, sheet, matchmaker, off, watch));
        Files.write(out, lines);
    }

    /** Only here: a theme park is judged on a part of the enterprises alone, as the scorer's header asks. */
    private static List<String> ranked(
            JsonNode need, Sheet sheet, Matchmaker matchmaker, Set<Feature> off, Stopwatch watch) {
        var id = need.path("need_id").asString();
        boolean theme = need.path("cls").asString().equals(THEME);
        var demand = Demand.of(words(need, "product"), words(need, "downstream"), null);
        var matches = watch.time(() -> matchmaker.match(demand, theme ? sheet.size() : RANKS, off));
        var ids = matches.stream()
                .map(Match::enterprise)
                .map(sheet::id)
                .filter(e -> !theme || sheet.inThemePool(e))
                .limit(RANKS)
                .toList();
        return Stream.iterate(0, i -> i + 1)
                .limit(ids.size())
                .map(i -> id + "\t" + ids.get(i) + "\t" + (i + 1))
                .toList();
    }

    private static List<String> words(JsonNode need, String field) {
        return Stream.of(need.path(field).asString(""))
                .filter(w -> !w.isBlank())
                .toList();
    }

    private static List<JsonNode> needs(Path file) throws IOException {
        var json = JsonMapper.shared();
        return Files.readAllLines(file).stream()
                .filter(l -> !l.isBlank())
                .map(json::readTree)
                .toList();
    }

    /** Which of the file's identifiers an imported enterprise has, by its name. */
    private static final class Sheet {
        private final Map<UUID, String> ids = new HashMap<>();
        private final Set<String> themePool = new HashSet<>();

        Sheet(byte[] file, JdbcClient jdbc) {
            Map<String, String> byName = new HashMap<>();
            var header = new ArrayList<String>();
            SheetReader.read(file, row -> {
                if (header.isEmpty()) {
                    header.addAll(row.cells());
                    return;
                }
                var id = row.cell(header.indexOf("ent_id"));
                byName.put(ProductKey.of(row.cell(header.indexOf("企业全称"))), id);
                if (row.cell(header.indexOf("in_theme_pool")).equals("1")) themePool.add(id);
            });
            jdbc.sql("select id, name from organization where kind = 'ENTERPRISE'")
                    .query(row -> {
                        var id = byName.get(ProductKey.of(row.getString(2)));
                        if (id != null) ids.put(row.getObject(1, UUID.class), id);
                    });
        }

        String id(UUID enterprise) {
            return ids.getOrDefault(enterprise, "");
        }

        boolean inThemePool(String id) {
            return themePool.contains(id);
        }

        int size() {
            return ids.size();
        }
    }

    /** {@code --name value} and {@code --flag}. */
    private record Options(Map<String, String> values) {
        static Options of(String[] args) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < args.length; i++) {
                var name = args[i].replaceFirst("^--", "");
                boolean flag = i + 1 == args.length || args[i + 1].startsWith("--");
                values.put(name, flag ? "" : args[++i]);
            }
            return new Options(values);
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        String text(String name) {
            var value = values.get(name);
            if (value == null)
                throw new IllegalArgumentException("--" + name + " is missing; known: "
                        + Arrays.asList("--enterprises", "--edges", "--needs", "--out"));
            return value;
        }

        Path path(String name) {
            return Path.of(text(name));
        }
    }

    private static final class Timer {
        private long begun = System.nanoTime();

        void lap(String what, int many) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(Locale.ROOT, "%s: %.2f s (%.0f a second)%n", what, seconds, many / seconds);
            begun = System.nanoTime();
        }
    }
}
