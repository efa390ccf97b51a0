package org.lianqiao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lianqiao.catalogue.ProductImport;
import org.lianqiao.matching.ranking.Demand;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.matching.ranking.RawMatch;
import org.lianqiao.organizations.OrganizationImport;
import org.lianqiao.search.Finder;
import org.lianqiao.search.RawSearch;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench/load --enterprises N [--no-meaning]}: so many invented enterprises through the portal's own import, then
 * indexing, searching and matching, each beside what Lucene or SQL alone takes for the same.
 */
final class LargeBench {
    private static final int SHEET = 10_000;
    private static final int ASKED = 400;
    private static final int BEST = 10;
    private static final int NEEDS = 500;
    private static final int READERS = 60;

    private final Portal portal;
    private final Invented invented = new Invented();
    private final int enterprises;

    private LargeBench(Portal portal, int enterprises) {
        this.portal = portal;
        this.enterprises = enterprises;
    }

    public static void main(String[] args) throws IOException {
        var said = List.of(args);
        int enterprises = Integer.parseInt(said.get(said.indexOf("--enterprises") + 1));
        try (var portal = new Portal("--lianqiao.matching.meaning=" + !said.contains("--no-meaning"))) {
            var bench = new LargeBench(portal, enterprises);
            bench.load();
            bench.index();
            bench.search();
            bench.match();
            bench.opportunities();
            Memory.print();
        }
    }

    private void load() {
        var lap = new Lap();
        portal.get(ProductImport.class).take(Invented.edges(), "edges.csv", Viewer.VISITOR);
        for (int from = 0; from < enterprises; from += SHEET)
            portal.get(OrganizationImport.class)
                    .take(
                            invented.enterprises(from, Math.min(from + SHEET, enterprises)),
                            "invented.csv",
                            Viewer.VISITOR);
        lap.print("import with search entries", enterprises);
        awaitIndex();
        lap.print("import until all is found", enterprises);
    }

    private void index() {
        awaitIndex();
        var lap = new Lap();
        RawSearch.rebuild(portal);
        lap.print("indexing alone, from the table", enterprises);
    }

    private void search() throws IOException {
        var finder = portal.get(Finder.class);
        var queries = IntStream.range(0, ASKED).mapToObj(i -> invented.query()).toList();
        var ours = new Stopwatch();
        var raw = new Stopwatch();
        try (var index = new RawSearch(portal)) {
            for (int round = 0; round < 2; round++) {
                ours.clear();
                raw.clear();
                for (var words : queries) {
                    ours.time(() -> finder.find(words, SearchBench.STAFF));
                    var query = index.query(words, SearchBench.STAFF);
                    raw.time(() -> index.find(query));
                }
            }
        }
        ours.print("search with facets", raw, "raw Lucene, the same query");
    }

    /** Half name a product, half only what lies downstream. */
    private void match() {
        var matchmaker = portal.get(Matchmaker.class);
        var lap = new Lap();
        matchmaker.refresh();
        lap.print("matching snapshot", enterprises);
        var things = Stream.generate(invented::thing).limit(ASKED).toList();
        var ours = new Stopwatch();
        var raw = new Stopwatch();
        for (int round = 0; round < 2; round++) {
            ours.clear();
            raw.clear();
            for (int i = 0; i < things.size(); i++) {
                var thing = List.of(things.get(i));
                boolean named = i % 2 == 0;
                List<String> products = named ? thing : List.of();
                List<String> downstream = named ? List.of() : thing;
                ours.time(() -> matchmaker.match(Demand.of(products, downstream, "131082"), BEST));
                RawMatch.time(portal, products, downstream, raw);
            }
        }
        ours.print("match with reasons", raw, "raw SQL, makers by name and graph alone");
    }

    /** What the page of an enterprise looks through: so many needs for the one that reads it. */
    private void opportunities() {
        var matchmaker = portal.get(Matchmaker.class);
        var readers = portal.get(JdbcClient.class)
                .sql("select id from organization where kind = 'ENTERPRISE' order by md5(name) limit ?")
                .param(READERS)
                .query(UUID.class)
                .list();
        var needs = Stream.generate(invented::thing)
                .limit(NEEDS)
                .map(t -> Demand.of(List.of(t), List.of(), "131082"))
                .toList();
        var lap = new Lap();
        needs.forEach(n -> matchmaker.among(n, Set.of(readers.get(0))));
        lap.print("needs seen through by the first reader after a start", NEEDS);
        var ours = new Stopwatch();
        var raw = new Stopwatch();
        for (var reader : readers) {
            ours.time(() ->
                    needs.stream().map(n -> matchmaker.among(n, Set.of(reader))).toList());
            raw.time(() -> portal.get(JdbcClient.class)
                    .sql("select name from organization_product where organization_id = ?")
                    .param(reader)
                    .query(String.class)
                    .list());
        }
        ours.print(NEEDS + " needs for one enterprise", raw, "raw SQL, what it makes");
    }

    private void awaitIndex() {
        var finder = portal.get(Finder.class);
        while (!finder.isUpToDate()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** By the clock, and of the processor by the whole process; the database works beside it. */
    private static final class Lap {
        private final long begun = System.nanoTime();
        private final long before = processor();

        void print(String what, int records) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            double used = (processor() - before) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s, %.0f a second (of the processor %.1f s)%n",
                    what,
                    seconds,
                    records / seconds,
                    used);
        }

        private static long processor() {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : 0;
        }
    }
}
