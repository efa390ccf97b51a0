package org.lianqiao.catalogue.editing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.ChainLog;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chains, in the order in which they are shown. */
@Service
@RequiredArgsConstructor
class Chains {
    private final JdbcClient jdbc;
    private final Versions versions;

    record Row(
            UUID id,
            String code,
            String name,
            String nameEn,
            ChainOrigin origin,
            int nodes,
            int edges,
            boolean active) {}

    record Node(
            UUID id, String code, String name, String nameEn, Stream stream, int feeds, int fedBy, boolean active) {}

    @Transactional(readOnly = true)
    List<Row> all() {
        return jdbc.sql("""
                select c.id, c.code, c.name_zh as name, c.name_en, c.origin, c.active,
                       (select count(*) from chain_node n where n.chain_id = c.id and n.active) as nodes,
                       (select count(*) from chain_node n join chain_edge e on e.upstream_id = n.id where n.chain_id = c.id) as edges
                  from industry_chain c order by c.position, c.code
                """).query(Row.class).list();
    }

    @Transactional(readOnly = true)
    List<Node> nodes(UUID chain) {
        return jdbc.sql("""
                select n.id, n.code, n.name_zh as name, n.name_en, n.stream, n.active,
                       (select count(*) from chain_edge e where e.upstream_id = n.id) as feeds,
                       (select count(*) from chain_edge e where e.downstream_id = n.id) as fed_by
                  from chain_node n where n.chain_id = ?
                 order by array_position(array['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM'], n.stream), n.position, n.code
                """).param(chain).query(Node.class).list();
    }

    @Transactional(readOnly = true)
    Optional<ChainForm> find(UUID id) {
        return jdbc.sql("""
                select code, name_zh, name_en, summary_zh, summary_en, origin, active, version from industry_chain where id = ?
                """).param(id).query(ChainForm.class).optional();
    }

    @Transactional
    UUID create(ChainForm form, Viewer by) {
        var id = Ids.next();
        write("""
                insert into industry_chain (id, code, name_zh, name_en, summary_zh, summary_en, origin, active, position)
                select :id, :code, :nameZh, :nameEn, :summaryZh, :summaryEn, :origin, :active, coalesce(max(position), 0) + 1
                  from industry_chain
                """, id, form);
        changed(by, ChainLog.Action.CREATED, "chain.create", id, form.nameZh(), "");
        return id;
    }

    @Transactional
    void edit(UUID id, ChainForm form, Viewer by) {
        var before = find(id).orElseThrow(NotFound::new);
        int done = write("""
                update industry_chain set code = :code, name_zh = :nameZh, name_en = :nameEn, summary_zh = :summaryZh,
                    summary_en = :summaryEn, origin = :origin, active = :active, version = version + 1
                 where id = :id and version = :version
                """, id, form);
        if (done == 0) throw new EditedMeanwhile();
        changed(
                by,
                ChainLog.Action.EDITED,
                "chain.edit",
                id,
                form.nameZh(),
                versions.described(before, form, "administration.chain"));
    }

    /** One place up or down; at the end of the row nothing moves. */
    @Transactional
    void move(UUID id, boolean up, Viewer by) {
        var chain = find(id).orElseThrow(NotFound::new);
        var order = jdbc.sql("select id from industry_chain order by position, code for update")
                .query(UUID.class)
                .list();
        for (var place : Order.moved(order, id, up))
            jdbc.sql("update industry_chain set position = ? where id = ?")
                    .params(place.position(), place.id())
                    .update();
        changed(by, ChainLog.Action.MOVED, "chain.order", id, chain.nameZh(), "");
    }

    private int write(String sql, UUID id, ChainForm form) {
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("code", form.code())
                    .param("nameZh", form.nameZh())
                    .param("nameEn", form.nameEn())
                    .param("summaryZh", form.summaryZh())
                    .param("summaryEn", form.summaryEn())
                    .param("origin", Objects.requireNonNull(form.origin()).name())
                    .param("active", form.active())
                    .param("version", Objects.requireNonNullElse(form.version(), -1L))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at("code", "administration.chain.twice");
        }
    }

    private void changed(Viewer by, ChainLog.Action action, String audited, UUID id, String name, String detail) {
        versions.changed(ChainLog.Entity.CHAIN, id, name, action, audited, detail, by);
    }
}
