package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.Uploads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes products and their edges from a sheet {@code product, relation, related_product} (上游材料, 下游产品, 产品小类, 别名).
 * Only adds: the same sheet twice is the same as once.
 */
@Service
@RequiredArgsConstructor
public class ProductImport {
    private final JdbcClient jdbc;
    private final ProductLog log;
    private final Uploads uploads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What a sheet would bring. */
    public record Preview(
            int rows, int newProducts, int newEdges, int newAliases, List<RowProblem> problems, List<Row> sample) {}

    /** What it brought. */
    public record Outcome(int products, int edges, int aliases, int leftOut) {}

    /** @throws org.lianqiao.shared.Refused where the file is no such sheet */
    @Transactional(readOnly = true)
    public Preview preview(byte[] file) {
        var sheet = ProductSheet.read(file);
        var known = known(sheet);
        int newProducts = (int) sheet.names().keySet().stream()
                .filter(k -> !known.containsKey(k))
                .count();
        int newAliases = (int) sheet.aliases().keySet().stream()
                .filter(k -> !known.containsKey(k))
                .count();
        return new Preview(
                sheet.rows(), newProducts, newEdges(sheet, known), newAliases, sheet.problems(), sheet.sample());
    }

    /** Takes over what was looked at, once. @throws org.lianqiao.shared.Refused where another click was first */
    @Transactional
    Outcome take(Uploads.Upload upload, Viewer by) {
        uploads.take(upload, clock.instant());
        return take(upload.content(), upload.fileName(), by);
    }

    /** Takes every row that can be read; the others are the preview's problems. */
    @Transactional
    public Outcome take(byte[] file, String fileName, Viewer by) {
        var sheet = ProductSheet.read(file);
        log.lock();
        var ids = known(sheet);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        int products = addProducts(sheet.names(), ids, by.accountId(), at);
        int aliases = addAliases(sheet.aliases(), ids);
        int edges = addEdges(sheet.edges(), ids, by.accountId(), at);
        var outcome = new Outcome(products, edges, aliases, sheet.problems().size());
        var detail = "+%d 产品 +%d 关系 +%d 别名".formatted(products, edges, aliases);
        log.changed(null, fileName, "IMPORTED", detail, by);
        events.publishEvent(new Recorded(by, "product.import", "product", null, fileName, detail));
        events.publishEvent(new CatalogueChanged());
        return outcome;
    }

    private Map<String, UUID> known(ProductSheet sheet) {
        var keys = new ArrayList<>(sheet.names().keySet());
        keys.addAll(sheet.aliases().keySet());
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select key, product_id from product_name where key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> ids.put(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        return ids;
    }

    private int newEdges(ProductSheet sheet, Map<String, UUID> known) {
        var both = sheet.edges().stream()
                .filter(e -> known.containsKey(e.from()) && known.containsKey(e.to()))
                .toList();
        int there = jdbc.sql("select count(*) from product_edge e join (" + EDGES
                        + ") i on e.from_id = i.from_id and e.to_id = i.to_id and e.relation = i.relation")
                .params(edges(both, known))
                .query(Integer.class)
                .single();
        return sheet.edges().size() - there;
    }

    private int addProducts(Map<String, String> names, Map<String, UUID> ids, @Nullable UUID by, OffsetDateTime at) {
        var fresh = names.entrySet().stream()
                .filter(e -> !ids.containsKey(e.getKey()))
                .toList();
        if (fresh.isEmpty()) return 0;
        fresh.forEach(e -> ids.put(e.getKey(), Ids.next()));
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", fresh.stream().map(e -> text(ids.get(e.getKey()))).toArray(String[]::new));
        columns.put("keys", fresh.stream().map(Map.Entry::getKey).toArray(String[]::new));
        columns.put("names", fresh.stream().map(Map.Entry::getValue).toArray(String[]::new));
        columns.put("by", by);
        columns.put("at", at);
        jdbc.sql("""
                with fresh as (select * from unnest(cast(:ids as uuid[]), cast(:keys as text[]), cast(:names as text[])) as f(id, key, name))
                , made as (insert into product (id, name, created_at, created_by) select id, name, :at, cast(:by as uuid) from fresh)
                , said as (insert into product_change (id, product_id, product, action, changed_by, changed_at)
                           select gen_random_uuid(), id, name, 'ADDED', cast(:by as uuid), :at from fresh)
                insert into product_name (key, product_id, name) select key, id, name from fresh
                """).params(columns).update();
        return fresh.size();
    }

    private int addAliases(Map<String, ProductSheet.Alias> aliases, Map<String, UUID> ids) {
        var fresh = aliases.entrySet().stream()
                .filter(e -> !ids.containsKey(e.getKey()))
                .toList();
        if (fresh.isEmpty()) return 0;
        return jdbc.sql("""
                insert into product_name (key, product_id, name)
                select * from unnest(cast(:keys as text[]), cast(:ids as uuid[]), cast(:names as text[])) on conflict do nothing
                """)
                .param("keys", fresh.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "ids",
                        fresh.stream()
                                .map(e -> text(ids.get(e.getValue().product())))
                                .toArray(String[]::new))
                .param("names", fresh.stream().map(e -> e.getValue().name()).toArray(String[]::new))
                .update();
    }

    private int addEdges(List<ProductSheet.Edge> edges, Map<String, UUID> ids, @Nullable UUID by, OffsetDateTime at) {
        var columns = edges(edges, ids);
        columns.put("by", by);
        columns.put("at", at);
        return jdbc.sql("insert into product_edge (from_id, to_id, relation, created_at, created_by)"
                        + " select from_id, to_id, relation, :at, cast(:by as uuid) from (" + EDGES
                        + ") i where from_id <> to_id on conflict do nothing")
                .params(columns)
                .update();
    }

    private static final String EDGES =
            "select * from unnest(cast(:from as uuid[]), cast(:to as uuid[]), cast(:relation as text[])) as i(from_id, to_id, relation)";

    private static Map<String, Object> edges(List<ProductSheet.Edge> edges, Map<String, UUID> ids) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("from", edges.stream().map(e -> text(ids.get(e.from()))).toArray(String[]::new));
        columns.put("to", edges.stream().map(e -> text(ids.get(e.to()))).toArray(String[]::new));
        columns.put("relation", edges.stream().map(e -> e.relation().name()).toArray(String[]::new));
        return columns;
    }

    private static String text(@Nullable UUID id) {
        return String.valueOf(id);
    }
}
