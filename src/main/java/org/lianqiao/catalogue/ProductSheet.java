package org.lianqiao.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.sheets.Columns;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.SheetReader;

/**
 * A sheet {@code product, relation, related_product}, read and checked.
 *
 * @param names every product named, by its key, in the spelling first seen
 * @param edges each once; both directions of a supply are one edge
 * @param aliases other names, by their key, with the key of the product they mean
 */
record ProductSheet(
        Map<String, String> names,
        List<Edge> edges,
        Map<String, Alias> aliases,
        List<RowProblem> problems,
        List<Row> sample,
        int rows) {
    private static final int LONGEST = 60;
    private static final int SHOWN = 8;

    /** An edge between two products, by their keys. */
    record Edge(String from, String to, ProductRelation relation) {}

    record Alias(String name, String product) {}

    private enum Column {
        PRODUCT(List.of("product", "产品", "产品名称")),
        RELATION(List.of("relation", "关系")),
        RELATED(List.of("related_product", "关联产品", "相关产品"));

        private final List<String> names;

        Column(List<String> names) {
            this.names = names;
        }
    }

    /** The words for a relation, as sheets write them. */
    private enum Word {
        UPSTREAM("上游材料", "上游", "upstream"),
        DOWNSTREAM("下游产品", "下游", "downstream"),
        KIND("产品小类", "小类", "kind"),
        ALIAS("别名", "alias");

        private final List<String> texts;

        Word(String... texts) {
            this.texts = List.of(texts);
        }

        static @Nullable Word of(String text) {
            for (var word : values()) if (word.texts.contains(text.toLowerCase(Locale.ROOT))) return word;
            return null;
        }
    }

    /** @throws Refused where the file is no such sheet */
    static ProductSheet read(byte[] file) {
        var reading = new Reading();
        SheetReader.read(file, reading::take);
        return reading.done();
    }

    private static final class Reading {
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<Edge, Boolean> edges = new LinkedHashMap<>();
        private final Map<String, Alias> aliases = new LinkedHashMap<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final List<Row> sample = new ArrayList<>();
        private @Nullable Columns<Column> columns;
        private int rows;

        void take(Row row) {
            if (columns == null) {
                columns = Columns.in(row, Column.class, c -> c.names, List.of(Column.values()))
                        .orElseThrow(() -> new Refused("catalogue.import.refused.header"));
                return;
            }
            rows++;
            var product = columns.of(row, Column.PRODUCT);
            var word = columns.of(row, Column.RELATION);
            var related = columns.of(row, Column.RELATED);
            var relation = Word.of(word);
            if (!isName(product)) problem(row, Column.PRODUCT, "catalogue.import.problem.name");
            else if (!isName(related)) problem(row, Column.RELATED, "catalogue.import.problem.name");
            else if (relation == null)
                problems.add(new RowProblem(
                        row.number(), columns.title(Column.RELATION), "catalogue.import.problem.relation", word));
            else if (ProductKey.of(product).equals(ProductKey.of(related)))
                problem(row, Column.RELATED, "catalogue.import.problem.same");
            else keep(row, product, relation, related);
        }

        private void keep(Row row, String product, Word relation, String related) {
            if (sample.size() < SHOWN)
                sample.add(new Row(row.number(), List.of(product, relation.texts.get(0), related)));
            var one = named(product);
            if (relation == Word.ALIAS) {
                aliases.putIfAbsent(ProductKey.of(related), new Alias(related, one));
                return;
            }
            var other = named(related);
            edges.put(
                    switch (relation) {
                        case UPSTREAM -> new Edge(other, one, ProductRelation.SUPPLIES);
                        case DOWNSTREAM -> new Edge(one, other, ProductRelation.SUPPLIES);
                        default -> new Edge(one, other, ProductRelation.INCLUDES);
                    },
                    true);
        }

        private String named(String product) {
            var key = ProductKey.of(product);
            names.putIfAbsent(key, product);
            return key;
        }

        private void problem(Row row, Column column, String key) {
            if (columns != null) problems.add(new RowProblem(row.number(), columns.title(column), key));
        }

        private static boolean isName(String text) {
            return !ProductKey.of(text).isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
        }

        ProductSheet done() {
            aliases.keySet().removeAll(names.keySet());
            return new ProductSheet(names, List.copyOf(edges.keySet()), aliases, problems, sample, rows);
        }
    }
}
