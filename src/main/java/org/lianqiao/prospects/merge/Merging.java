package org.lianqiao.prospects.merge;

import java.sql.Array;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges two prospects that the office holds, and takes that back for thirty days. Both histories stay. */
@Service
@RequiredArgsConstructor
class Merging {
    static final int DAYS = 30;

    private final Dossier dossier;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Made(UUID kept, UUID merged, List<UUID> steps, List<UUID> partners, List<UUID> contacts) {}

    /** @param kept goes on; @param merged ends as its duplicate */
    @Transactional
    public void merge(UUID kept, UUID merged, Viewer officer) {
        if (kept.equals(merged)) throw new Refused("prospects.merge.refused.same");
        var goesOn = held(kept, officer);
        var ends = held(merged, officer);
        if (!goesOn.status().isLive() || !ends.status().isLive()) throw new Refused("prospects.merge.refused.over");
        dossier.end(merged, kept, goesOn.number(), officer);
        var steps = ids("""
                update follow_up set prospect_id = :kept where prospect_id = :merged and next_step <> '' and done_at is null returning id
                """, kept, merged);
        var partners = new ArrayList<UUID>();
        for (var office : ids(
                "select office_id from prospect_partner where prospect_id = :merged and :kept is not null",
                kept,
                merged)) if (dossier.join(kept, office, null, officer)) partners.add(office);
        var contacts = goesOn.organization().equals(ends.organization())
                ? List.<UUID>of()
                : jdbc.sql("""
                        update contact set organization_id = :to where organization_id = :from and held_by_office_id = :office
                           and erased_at is null returning id
                        """)
                        .param("to", goesOn.organization())
                        .param("from", ends.organization())
                        .param("office", officer.organization())
                        .query(UUID.class)
                        .list();
        jdbc.sql("""
                insert into prospect_merge (id, kept_id, merged_id, office_id, steps, partners, contacts, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        kept,
                        merged,
                        officer.organization(),
                        steps.toArray(UUID[]::new),
                        partners.toArray(UUID[]::new),
                        contacts.toArray(UUID[]::new),
                        officer.account(),
                        OffsetDateTime.now(clock))
                .update();
        record("merge", kept, ends.number() + " → " + goesOn.number(), officer);
    }

    /** Within thirty days, by the office that merged: both are as they were, with what was added meanwhile. */
    @Transactional
    public void undo(UUID id, Viewer officer) {
        var made = jdbc.sql("""
                update prospect_merge set undone_by = :by, undone_at = :now
                 where id = :id and office_id = :office and undone_at is null and made_at > :since
                returning kept_id, merged_id, steps, partners, contacts
                """)
                .param("by", officer.account())
                .param("now", OffsetDateTime.now(clock))
                .param("since", OffsetDateTime.now(clock).minusDays(DAYS))
                .param("id", id)
                .param("office", officer.organization())
                .query((row, n) -> new Made(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        list(row.getArray(3)),
                        list(row.getArray(4)),
                        list(row.getArray(5))))
                .optional()
                .orElseThrow(NotFound::new);
        var ends = held(made.merged, officer);
        dossier.revive(made.merged, officer);
        update(
                "update follow_up set prospect_id = :other where prospect_id = :kept and id = any(:ids)",
                made,
                made.steps);
        update(
                "delete from prospect_partner where :other is not null and prospect_id = :kept and office_id = any(:ids)",
                made,
                made.partners);
        jdbc.sql("update contact set organization_id = :to where id = any(:ids)")
                .param("to", ends.organization())
                .param("ids", made.contacts.toArray(UUID[]::new))
                .update();
        record("unmerge", made.kept, ends.number(), officer);
    }

    /** Somebody looked: two enterprises, or two matters. */
    @Transactional
    public void distinct(UUID one, UUID other, Viewer officer) {
        officer.require(dossier.find(one, officer).seat().leads());
        dossier.find(other, officer);
        jdbc.sql("""
                insert into prospect_distinct (first_id, second_id, said_by, said_at)
                values (least(:one, :other), greatest(:one, :other), :by, :now) on conflict do nothing
                """)
                .param("one", one)
                .param("other", other)
                .param("by", officer.account())
                .param("now", OffsetDateTime.now(clock))
                .update();
        record("distinct", one, "", officer);
    }

    private Dossier.Known held(UUID id, Viewer officer) {
        var known = dossier.find(id, officer);
        officer.require(known.seat().leads());
        return known;
    }

    private List<UUID> ids(String sql, UUID kept, UUID merged) {
        return jdbc.sql(sql)
                .param("kept", kept)
                .param("merged", merged)
                .query(UUID.class)
                .list();
    }

    private void update(String sql, Made made, List<UUID> ids) {
        jdbc.sql(sql)
                .param("other", made.merged)
                .param("kept", made.kept)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private void record(String verb, UUID id, String detail, Viewer by) {
        events.publishEvent(new Recorded(by, "prospect." + verb, "prospect", id, detail));
    }

    private static List<UUID> list(Array array) throws java.sql.SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
