package org.lianqiao.prospects.assignment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.Changes;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each side's coordinating office names who follows a lead of a joint event; when both name the same, that is done. */
@Service
@RequiredArgsConstructor
class Assigning {
    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.LEAD);

    private final AssignmentQueries queries;
    private final Dossier dossier;
    private final Changes changes;
    private final Directory directory;
    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @return whether both sides agree now */
    @Transactional
    public boolean confirm(UUID prospect, @Nullable UUID office, Viewer lead) {
        lead.require(mayConfirm(lead));
        if (!queries.waits(prospect, lead.allianceId())) throw new NotFound();
        if (office == null
                || directory.offices(lead.allianceId()).stream()
                        .noneMatch(o -> o.value().equals(office.toString()))
                || people.officersOf(office).isEmpty()) throw new Refused("prospects.assignment.required.office");
        jdbc.sql("""
                insert into lead_assignment (prospect_id, side, office_id, confirmed_by, confirmed_at) values (:id, :side, :office, :by, :now)
                on conflict (prospect_id, side) do update set office_id = excluded.office_id, confirmed_by = excluded.confirmed_by,
                    confirmed_at = excluded.confirmed_at
                """)
                .param("id", prospect)
                .param("side", Objects.requireNonNull(lead.side()))
                .param("office", office)
                .param("by", lead.account())
                .param("now", OffsetDateTime.now(clock))
                .update();
        var known = dossier.find(prospect, lead);
        events.publishEvent(
                new Recorded(lead, "assignment.confirm", "prospect", prospect, known.number(), directory.name(office)));
        if (!agreed(prospect, known.alliance())) {
            tellOthers(known, lead);
            return false;
        }
        assign(known, office, lead);
        return true;
    }

    static boolean mayConfirm(Viewer viewer) {
        return viewer.isLead() && viewer.coordinating() && viewer.side() != null;
    }

    private boolean agreed(UUID prospect, UUID alliance) {
        return jdbc.sql("""
                select count(distinct l.office_id) = 1 and count(*) = (select count(*) from alliance_side s where s.alliance_id = :alliance)
                  from lead_assignment l where l.prospect_id = :id
                """)
                .param("alliance", alliance)
                .param("id", prospect)
                .query(Boolean.class)
                .single();
    }

    private void assign(Dossier.Known known, UUID office, Viewer by) {
        jdbc.sql("update prospect set assigned_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), known.id())
                .update();
        changes.add(known.id(), Changes.What.ALLOCATED, directory.name(office), by);
        if (!office.equals(known.holder())) dossier.hand(known.id(), known.holder(), office, first(office), true, by);
        events.publishEvent(Notice.toHolders(
                office,
                OFFICE,
                "prospects.notice.assignment.done",
                "/ledger/" + known.id(),
                known.enterprise(),
                known.matter()));
    }

    /** Somebody of the office has it at once; its lead gives it to another. */
    private UUID first(UUID office) {
        return UUID.fromString(people.officersOf(office).get(0).value());
    }

    private void tellOthers(Dossier.Known known, Viewer by) {
        List<UUID> offices = directory.coordinatingOffices(known.alliance());
        offices.stream()
                .filter(o -> !o.equals(by.organizationId()))
                .forEach(o -> events.publishEvent(Notice.toHolders(
                        o,
                        Set.of(Role.LEAD),
                        "prospects.notice.assignment.said",
                        "/ledger/assignments",
                        by.organizationName(),
                        known.enterprise())));
    }
}
