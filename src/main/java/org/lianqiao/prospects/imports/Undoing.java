package org.lianqiao.prospects.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.OrganizationsImported;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back: what it created goes, what it changed becomes what it was. A record on which somebody has worked
 * since is not touched; its row keeps saying what became of it.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Undoing {
    private static final int AT_ONCE = 500;

    private static final String UNTOUCHED = """
            (r.import_id = :id and p.updated_at = :at and not exists (select from follow_up f where f.prospect_id = p.id and f.created_at <> :at
                and f.created_at > :at) and not exists (select from prospect_partner x where x.prospect_id = p.id and x.joined_at > :at)
                and not exists (select from stage_change s where s.prospect_id = p.id and s.changed_at > :at))
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** @param at when the import was taken over */
    void undo(UUID id, UUID office, OffsetDateTime at) {
        restore(id, at);
        remove(created(id, at));
        jdbc.sql(
                        "update ledger_import_row set outcome = 'UNDONE' where import_id = ? and outcome = 'CREATED' and prospect_id is null")
                .param(id)
                .update();
        jdbc.sql(
                        "delete from contact where source = 'IMPORT' and held_by_office_id = ? and created_at = ? and erased_at is null"
                                + " and not exists (select from ledger_import_row r where r.import_id = ? and r.organization_id = contact.organization_id"
                                + " and r.outcome in ('CREATED', 'UPDATED'))")
                .params(office, at, id)
                .update();
        removeEnterprises(id, at);
    }

    private void restore(UUID id, OffsetDateTime at) {
        jdbc.sql("""
                with back as (update prospect p set matter = b.matter, amount_yuan = b.amount_yuan, attention = b.attention,
                              owner_account_id = b.owner_account_id, region_code = b.region_code, chain_id = b.chain_id, node_id = b.node_id,
                              source_note = b.source_note, summary = b.summary, signed_on = b.signed_on, landed_on = b.landed_on,
                              updated_at = b.updated_at, version = p.version + 1
                         from ledger_import_row r cross join lateral jsonb_to_record(r.before) as b(matter text, amount_yuan numeric, attention text,
                              owner_account_id uuid, region_code text, chain_id uuid, node_id uuid, source_note text, summary text, signed_on date,
                              landed_on date, updated_at timestamptz)
                        where p.id = r.prospect_id and r.outcome = 'UPDATED' and %s returning p.id),
                     texts as (delete from prospect_text t using back where t.prospect_id = back.id and t.import_id = :id),
                     old as (update prospect_text t set replaced_by = null from back where t.prospect_id = back.id and t.replaced_by = :id),
                     steps as (delete from follow_up f using back where f.prospect_id = back.id and f.created_at = :at and f.channel = 'PLAN'),
                     changes as (delete from prospect_change c using back where c.prospect_id = back.id and c.changed_at = :at and c.what = 'EDITED')
                update ledger_import_row r set outcome = 'UNDONE' from back where r.import_id = :id and r.prospect_id = back.id
                """.formatted(UNTOUCHED)).param("id", id).param("at", at).update();
    }

    private List<UUID> created(UUID id, OffsetDateTime at) {
        return jdbc.sql(
                        "select p.id from ledger_import_row r join prospect p on p.id = r.prospect_id where r.outcome = 'CREATED' and "
                                + UNTOUCHED)
                .param("id", id)
                .param("at", at)
                .query(UUID.class)
                .list();
    }

    /** Many at once; one by one where something speaks of one of them. */
    private void remove(List<UUID> prospects) {
        for (int from = 0; from < prospects.size(); from += AT_ONCE) {
            var part = prospects.subList(from, Math.min(from + AT_ONCE, prospects.size()));
            if (!tried(() -> delete(part))) part.forEach(one -> tried(() -> delete(List.of(one))));
        }
    }

    private void delete(List<UUID> prospects) {
        for (var sql : new String[] {
            "delete from prospect_text where prospect_id in (:ids)",
            "delete from follow_up where prospect_id in (:ids)",
            "delete from stage_change where prospect_id in (:ids)",
            "delete from prospect where id in (:ids)"
        }) jdbc.sql(sql).param("ids", prospects).update();
    }

    /** Those that this import noted and that nothing else speaks of. */
    private void removeEnterprises(UUID id, OffsetDateTime at) {
        var noted = jdbc.sql(
                        "select distinct o.id from ledger_import_row r join organization o on o.id = r.organization_id"
                                + " where r.import_id = ? and o.status = 'KNOWN' and o.created_at = ?"
                                + " and not exists (select from prospect p where p.organization_id = o.id)")
                .params(id, at)
                .query(UUID.class)
                .list();
        for (int from = 0; from < noted.size(); from += AT_ONCE) {
            var part = noted.subList(from, Math.min(from + AT_ONCE, noted.size()));
            if (!tried(() -> forget(part))) part.forEach(one -> tried(() -> forget(List.of(one))));
        }
        if (!noted.isEmpty()) events.publishEvent(new OrganizationsImported(noted));
    }

    private void forget(List<UUID> enterprises) {
        jdbc.sql("delete from organization where id in (:ids)")
                .param("ids", enterprises)
                .update();
    }

    /** Something that speaks of a record keeps it: then it stays as it is. */
    private boolean tried(Runnable work) {
        jdbc.sql("savepoint undoing").update();
        try {
            work.run();
            jdbc.sql("release savepoint undoing").update();
            return true;
        } catch (DataIntegrityViolationException kept) {
            jdbc.sql("rollback to savepoint undoing").update();
            return false;
        }
    }
}
