package org.lianqiao.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The product catalogue as its administrator reads it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProductQueries {
    private static final String FOUND = """
             from product p where (cast(:words as text) is null
                 or exists (select from product_name n where n.product_id = p.id and n.name ilike :words))
            """;

    private static final String CHANGES = """
            select c.entity, c.entity_id, c.name, c.action, c.detail, coalesce(a.name, ''), c.changed_at
              from catalogue_change c left join account a on a.id = c.changed_by
            """;

    private final JdbcClient jdbc;

    /** @param names its other names, readable */
    record Row(
            UUID id,
            String name,
            String names,
            @Nullable UUID nodeId,
            int upstream,
            int downstream,
            int kinds,
            int makers) {}

    /** A product at the other end of an edge. */
    record Related(UUID id, String name, RelatedAs end) {}

    record Maker(UUID id, String name, String asNamed) {}

    /** What has versions. */
    enum Entity {
        PRODUCT,
        CHAIN,
        NODE
    }

    /** @param id nothing for an import, which is of many */
    record Change(Entity entity, @Nullable UUID id, String name, String action, String detail, String by, Instant at) {}

    PageOf<Row> list(@Nullable String words, Paging paging) {
        var pattern = Lenient.pattern(words);
        var rows = jdbc.sql("""
                select p.id, p.name, p.node_id,
                       coalesce((select string_agg(n.name, '、' order by n.name) from product_name n
                                  where n.product_id = p.id and n.name <> p.name), '') as names,
                       (select count(*) from product_edge e where e.to_id = p.id and e.relation = 'SUPPLIES')::int as upstream,
                       (select count(*) from product_edge e where e.from_id = p.id and e.relation = 'SUPPLIES')::int as downstream,
                       (select count(*) from product_edge e where e.from_id = p.id and e.relation = 'INCLUDES')::int as kinds,
                       (select count(*) from organization_product o join product_name n on n.key = o.key
                         where n.product_id = p.id)::int as makers
                """ + FOUND + " order by p.name, p.id limit :limit offset :offset")
                .param("words", pattern)
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1" + FOUND + " limit :cap) c")
                .param("words", pattern)
                .param("cap", PageOf.CAP + 1)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    List<String> aliases(UUID id) {
        return jdbc.sql("""
                select n.name from product_name n join product p on p.id = n.product_id
                 where p.id = ? and n.key <> product_key(p.name) order by n.name
                """).param(id).query(String.class).list();
    }

    List<Related> related(UUID id) {
        return jdbc.sql("""
                select p.id, p.name, case e.relation when 'SUPPLIES' then 'UPSTREAM' else 'PARENT' end as "end"
                  from product_edge e join product p on p.id = e.from_id where e.to_id = :id
                union all
                select p.id, p.name, case e.relation when 'SUPPLIES' then 'DOWNSTREAM' else 'KIND' end
                  from product_edge e join product p on p.id = e.to_id where e.from_id = :id
                 order by 3, 2 limit 500
                """).param("id", id).query(Related.class).list();
    }

    List<Maker> makers(UUID id) {
        return jdbc.sql("""
                select o.id, o.name, op.name as as_named from product_name n join organization_product op on op.key = n.key
                  join organization o on o.id = op.organization_id where n.product_id = ? order by o.name limit 20
                """).param(id).query(Maker.class).list();
    }

    /** The latest versions of one product. */
    List<Change> changes(UUID product) {
        return jdbc.sql(CHANGES + " where c.entity_id = ? order by c.changed_at desc, c.id desc limit 20")
                .param(product)
                .query((row, n) -> change(row))
                .list();
    }

    /** The versions of the whole catalogue, the latest first. @param words of a name, a detail or a person */
    PageOf<Change> history(@Nullable String words, @Nullable String entity, Paging paging) {
        var filter = Conditions.where("true")
                .words("(c.name ilike :q or c.detail ilike :q or a.name ilike :q)", words)
                .and("c.entity = :entity", "entity", Lenient.value(Entity.class, entity));
        var rows = jdbc.sql(CHANGES + " where " + filter.sql()
                        + " order by c.changed_at desc, c.id desc limit :limit offset :offset")
                .params(filter.values())
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> change(row))
                .list();
        int total = jdbc.sql(
                        "select count(*) from (select 1 from catalogue_change c left join account a on a.id = c.changed_by where "
                                + filter.sql() + " limit :cap) t")
                .params(filter.values())
                .param("cap", PageOf.CAP + 1)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                Entity.valueOf(text(row.getString(1))),
                row.getObject(2, UUID.class),
                text(row.getString(3)),
                text(row.getString(4)),
                text(row.getString(5)),
                text(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    /** The whole catalogue as the import reads it: {@code product,relation,related_product}. */
    void export(Writer out) {
        jdbc.sql("""
                select t.name, '上游材料', f.name from product_edge e join product f on f.id = e.from_id join product t on t.id = e.to_id
                 where e.relation = 'SUPPLIES'
                union all
                select f.name, '产品小类', t.name from product_edge e join product f on f.id = e.from_id join product t on t.id = e.to_id
                 where e.relation = 'INCLUDES'
                union all
                select p.name, '别名', n.name from product_name n join product p on p.id = n.product_id where n.key <> product_key(p.name)
                 order by 1, 2, 3
                """).query(row -> {
            line(out, text(row.getString(1)), text(row.getString(2)), text(row.getString(3)));
        });
    }

    static void line(Writer out, String product, String relation, String related) {
        try {
            out.append(cell(product))
                    .append(',')
                    .append(cell(relation))
                    .append(',')
                    .append(cell(related))
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted where needed; a text that a spreadsheet would run as a formula gets a mark that stops it. */
    private static String cell(String text) {
        var safe = text.matches("[=+@\\t-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
