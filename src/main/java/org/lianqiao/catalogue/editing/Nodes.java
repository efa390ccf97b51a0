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

/** Nodes of chains, and what feeds what: from upstream to downstream, also across chains. */
@Service
@RequiredArgsConstructor
class Nodes {
    private final JdbcClient jdbc;
    private final Versions versions;

    /** A node at the other end of an edge. */
    record Neighbour(UUID id, String name, String chain) {}

    /** What would miss the node. */
    record Use(UUID chainId, int organizations, int needs, int projects) {}

    @Transactional(readOnly = true)
    Optional<NodeForm> find(UUID id) {
        return jdbc.sql("""
                select code, name_zh, name_en, stream, note_zh, note_en, active, version from chain_node where id = ?
                """).param(id).query(NodeForm.class).optional();
    }

    @Transactional(readOnly = true)
    Use use(UUID id) {
        return jdbc.sql("""
                select n.chain_id, (select count(*) from organization_node o where o.node_id = n.id) as organizations,
                       (select count(*) from need d where d.node_id = n.id) as needs,
                       (select count(*) from project p where p.node_id = n.id) as projects
                  from chain_node n where n.id = ?
                """).param(id).query(Use.class).optional().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    List<Neighbour> upstream(UUID id) {
        return neighbours("e.upstream_id", "e.downstream_id", id);
    }

    @Transactional(readOnly = true)
    List<Neighbour> downstream(UUID id) {
        return neighbours("e.downstream_id", "e.upstream_id", id);
    }

    private List<Neighbour> neighbours(String there, String here, UUID id) {
        return jdbc.sql("""
                select n.id, n.name_zh as name, c.name_zh as chain from chain_edge e join chain_node n on n.id = %s
                  join industry_chain c on c.id = n.chain_id where %s = ? order by c.position, n.position
                """.formatted(there, here))
                .param(id)
                .query(Neighbour.class)
                .list();
    }

    /** A code that no node has, after those of the chain. */
    @Transactional(readOnly = true)
    String freshCode(UUID chain) {
        return jdbc.sql("""
                select c.code || '-' || lpad((coalesce(max(substring(n.code from '[0-9]+$')::int), 0) + 1)::text, 2, '0')
                  from industry_chain c left join chain_node n on n.chain_id = c.id and n.code ~ '-[0-9]{1,6}$'
                 where c.id = ? group by c.code
                """).param(chain).query(String.class).optional().orElseThrow(NotFound::new);
    }

    @Transactional
    UUID create(UUID chain, NodeForm form, Viewer by) {
        var id = Ids.next();
        write("""
                insert into chain_node (id, chain_id, code, name_zh, name_en, stream, note_zh, note_en, active, position)
                select :id, :chain, :code, :nameZh, :nameEn, :stream, :noteZh, :noteEn, :active, coalesce(max(position), 0) + 1
                  from chain_node where chain_id = :chain
                """, id, chain, form);
        changed(by, ChainLog.Action.CREATED, "node.create", id, form.nameZh(), "");
        return id;
    }

    @Transactional
    void edit(UUID id, NodeForm form, Viewer by) {
        var before = find(id).orElseThrow(NotFound::new);
        int done = write("""
                update chain_node set code = :code, name_zh = :nameZh, name_en = :nameEn, stream = :stream, note_zh = :noteZh,
                    note_en = :noteEn, active = :active, version = version + 1
                 where id = :id and version = :version
                """, id, id, form);
        if (done == 0) throw new EditedMeanwhile();
        changed(
                by,
                ChainLog.Action.EDITED,
                "node.edit",
                id,
                form.nameZh(),
                versions.described(before, form, "administration.node"));
    }

    /** One place up or down among those of the same chain and stream. */
    @Transactional
    void move(UUID id, boolean up, Viewer by) {
        var node = find(id).orElseThrow(NotFound::new);
        var order = jdbc.sql("""
                select n.id from chain_node n join chain_node me on me.id = ? and me.chain_id = n.chain_id and me.stream = n.stream
                 order by n.position, n.code for update of n
                """).param(id).query(UUID.class).list();
        for (var place : Order.moved(order, id, up))
            jdbc.sql("update chain_node set position = ? where id = ?")
                    .params(place.position(), place.id())
                    .update();
        changed(by, ChainLog.Action.MOVED, "node.order", id, node.nameZh(), "");
    }

    /**
     * Says that one feeds the other.
     *
     * @return whether the edge closes a circle: kept, but worth a look
     */
    @Transactional
    boolean link(UUID upstream, UUID downstream, Viewer by) {
        if (upstream.equals(downstream)) throw new Refused("administration.node.self");
        var from = find(upstream).orElseThrow(NotFound::new);
        var to = find(downstream).orElseThrow(NotFound::new);
        int made = jdbc.sql("insert into chain_edge (upstream_id, downstream_id) values (?, ?) on conflict do nothing")
                .params(upstream, downstream)
                .update();
        if (made == 0) throw new Refused("administration.node.linked");
        changed(by, ChainLog.Action.LINKED, "node.link", upstream, from.nameZh(), from.nameZh() + " → " + to.nameZh());
        return jdbc.sql("""
                with recursive reached (id) as (
                    select downstream_id from chain_edge where upstream_id = :to
                    union select e.downstream_id from chain_edge e join reached r on e.upstream_id = r.id)
                select exists (select from reached where id = :from)
                """)
                .param("to", downstream)
                .param("from", upstream)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void unlink(UUID upstream, UUID downstream, Viewer by) {
        var from = find(upstream).orElseThrow(NotFound::new);
        var to = find(downstream).orElseThrow(NotFound::new);
        int gone = jdbc.sql("delete from chain_edge where upstream_id = ? and downstream_id = ?")
                .params(upstream, downstream)
                .update();
        if (gone > 0)
            changed(
                    by,
                    ChainLog.Action.UNLINKED,
                    "node.unlink",
                    upstream,
                    from.nameZh(),
                    from.nameZh() + " ↛ " + to.nameZh());
    }

    private int write(String sql, UUID id, UUID chain, NodeForm form) {
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("chain", chain)
                    .param("code", form.code())
                    .param("nameZh", form.nameZh())
                    .param("nameEn", form.nameEn())
                    .param("stream", Objects.requireNonNull(form.stream()).name())
                    .param("noteZh", form.noteZh())
                    .param("noteEn", form.noteEn())
                    .param("active", form.active())
                    .param("version", Objects.requireNonNullElse(form.version(), -1L))
                    .update();
        } catch (DuplicateKeyException e) {
            boolean code = String.valueOf(e.getMessage()).contains("chain_node_code");
            throw Refused.at(code ? "code" : "nameZh", "administration.node.twice");
        }
    }

    private void changed(Viewer by, ChainLog.Action action, String audited, UUID id, String name, String detail) {
        versions.changed(ChainLog.Entity.NODE, id, name, action, audited, detail, by);
    }
}
