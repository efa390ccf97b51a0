package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the product catalogue: products, their other names, and what goes into what. */
@Service
@RequiredArgsConstructor
class Products {
    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final ProductLog log;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    record Product(UUID id, String name, @Nullable UUID nodeId, long version) {}

    @Transactional(readOnly = true)
    Product find(UUID id) {
        return jdbc.sql("select id, name, node_id, version from product where id = ?")
                .param(id)
                .query(Product.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    UUID add(String name, @Nullable UUID node, Viewer by) {
        log.lock();
        requireFree(name, null, "name");
        requireNode(node);
        var id = Ids.next();
        jdbc.sql("insert into product (id, name, node_id, created_at, created_by) values (:id, :name, :node, :at, :by)")
                .param("id", id)
                .param("name", name)
                .param("node", node)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.accountId())
                .update();
        keepName(id, name);
        changed(id, name, "ADDED", catalogue.nodeName(node), by);
        return id;
    }

    /** Its earlier name stays as another one, so that nobody's product falls out of the catalogue. */
    @Transactional
    void change(UUID id, ProductForm form, Viewer by) {
        log.lock();
        var before = find(id);
        if (form.version() != null && form.version() != before.version) throw new EditedMeanwhile();
        var name = Objects.requireNonNull(form.name());
        requireFree(name, id, "name");
        requireNode(form.nodeId());
        jdbc.sql("update product set name = :name, node_id = :node, version = version + 1 where id = :id")
                .param("name", name)
                .param("node", form.nodeId())
                .param("id", id)
                .update();
        if (!before.name.equals(name)) {
            keepName(id, name);
            changed(id, name, "RENAMED", before.name + " → " + name, by);
        }
        if (!Objects.equals(before.nodeId, form.nodeId()))
            changed(
                    id,
                    name,
                    "NODE",
                    catalogue.nodeName(before.nodeId) + " → " + catalogue.nodeName(form.nodeId()),
                    by);
    }

    @Transactional
    void addAlias(UUID id, String alias, Viewer by) {
        log.lock();
        var product = find(id);
        requireFree(alias, null, "alias");
        keepName(id, alias);
        changed(id, product.name, "ALIAS_ADDED", alias, by);
    }

    @Transactional
    void removeAlias(UUID id, String alias, Viewer by) {
        log.lock();
        var product = find(id);
        int gone = jdbc.sql("delete from product_name where product_id = :id and key = :key and key <> :own")
                .param("id", id)
                .param("key", ProductKey.of(alias))
                .param("own", ProductKey.of(product.name))
                .update();
        if (gone > 0) changed(id, product.name, "ALIAS_REMOVED", alias, by);
    }

    /** @param end which end of the relation the other product stands at, seen from this one */
    @Transactional
    void addEdge(UUID id, RelatedAs end, String otherName, Viewer by) {
        log.lock();
        var product = find(id);
        var other = byName(otherName).orElseThrow(() -> new Refused("catalogue.products.refused.unknown", otherName));
        if (other.equals(id)) throw new Refused("catalogue.products.refused.self");
        int added = jdbc.sql("""
                insert into product_edge (from_id, to_id, relation, created_at, created_by)
                values (:from, :to, :relation, :at, :by) on conflict do nothing
                """)
                .param("from", end.otherFirst() ? other : id)
                .param("to", end.otherFirst() ? id : other)
                .param("relation", end.relation().name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.accountId())
                .update();
        if (added == 0) throw new Refused("catalogue.products.refused.edge");
        changed(id, product.name, "EDGE_ADDED", end.word() + " " + find(other).name, by);
    }

    @Transactional
    void removeEdge(UUID id, RelatedAs end, UUID other, Viewer by) {
        log.lock();
        var product = find(id);
        int gone = jdbc.sql("delete from product_edge where from_id = :from and to_id = :to and relation = :relation")
                .param("from", end.otherFirst() ? other : id)
                .param("to", end.otherFirst() ? id : other)
                .param("relation", end.relation().name())
                .update();
        if (gone > 0) changed(id, product.name, "EDGE_REMOVED", end.word() + " " + find(other).name, by);
    }

    @Transactional
    void remove(UUID id, Viewer by) {
        log.lock();
        var product = find(id);
        jdbc.sql("delete from product where id = ?").param(id).update();
        changed(id, product.name, "REMOVED", "", by);
    }

    private Optional<UUID> byName(String name) {
        return jdbc.sql("select product_id from product_name where key = ?")
                .param(ProductKey.of(name))
                .query(UUID.class)
                .optional();
    }

    private void requireFree(String name, @Nullable UUID own, String field) {
        if (ProductKey.of(name).isEmpty() || name.codePointCount(0, name.length()) > LONGEST)
            throw Refused.at(field, "catalogue.products.refused.name");
        byName(name).filter(id -> !id.equals(own)).ifPresent(id -> {
            throw Refused.at(field, "catalogue.products.refused.taken", find(id).name);
        });
    }

    private void requireNode(@Nullable UUID node) {
        if (node != null && !catalogue.hasNode(node)) throw Refused.at("nodeId", "catalogue.products.refused.node");
    }

    private void keepName(UUID id, String name) {
        jdbc.sql("""
                insert into product_name (key, product_id, name) values (:key, :id, :name)
                on conflict (key) do update set name = excluded.name
                """)
                .param("key", ProductKey.of(name))
                .param("id", id)
                .param("name", name)
                .update();
    }

    private void changed(UUID id, String name, String action, String detail, Viewer by) {
        log.changed(id, name, action, detail, by);
        events.publishEvent(new Recorded(
                by,
                "product." + action.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "product",
                id,
                name,
                detail));
        events.publishEvent(new CatalogueChanged());
    }
}
