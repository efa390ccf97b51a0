package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One prospect as the parts of this module know it, and what they change about who works on it. */
@Component
@RequiredArgsConstructor
public class Dossier {
    private final ProspectRepository prospects;
    private final ProspectPages pages;
    private final Partners partners;
    private final FollowUps followUps;
    private final Changes changes;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Beside the seat nothing that depends on who looks: what a {@link Seat#READER} may not know is not shown. */
    public record Known(
            UUID id,
            Seat seat,
            String number,
            UUID alliance,
            UUID organization,
            String enterprise,
            String matter,
            UUID holder,
            Stage stage,
            ProspectStatus status) {}

    /** @throws NotFound where the viewer has no seat */
    @Transactional(readOnly = true)
    public Known find(UUID id, Viewer viewer) {
        var seat = pages.seat(id, viewer).orElseThrow(NotFound::new);
        var prospect = prospects.findById(id).orElseThrow(NotFound::new);
        return new Known(
                id,
                seat,
                prospect.getNumber(),
                prospect.getAllianceId(),
                prospect.getOrganizationId(),
                directory.name(prospect.getOrganizationId()),
                prospect.getMatter(),
                prospect.getHolderOfficeId(),
                prospect.getStage(),
                prospect.getStatus());
    }

    /**
     * Another office holds the prospect, with its whole history and its open steps.
     *
     * @param stays whether the former holder takes part from now on
     * @throws Refused where it was given up, or {@code from} holds it no more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(UUID id, UUID from, UUID to, UUID owner, boolean stays, Viewer by) {
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        if (!prospect.getHolderOfficeId().equals(from)) throw new Refused("prospects.refused.handed");
        prospect.assign(owner, to, clock.instant());
        prospects.flush();
        if (stays) partners.change(id, to, from, by);
        else partners.promote(id, to);
        followUps.gather(id, owner);
        changes.add(id, Changes.What.HANDED, directory.name(to), by);
    }

    /** @return whether the office takes part only now */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(UUID id, UUID office, @Nullable SiteFunction function, Viewer by) {
        return partners.join(id, office, function, null, by);
    }

    /** Ends the prospect as a duplicate of another one; its history is read there from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID id, UUID kept, String keptNumber, Viewer by) {
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        prospect.drop(DropReason.DUPLICATE, keptNumber, by.account(), clock.instant());
        prospects.flush();
        jdbc.sql("update prospect set merged_into = ? where id = ?")
                .params(kept, id)
                .update();
        changes.add(kept, Changes.What.MERGED, prospect.getNumber(), by);
    }

    /** Takes back {@link #end}. @throws Refused where the same matter was opened anew meanwhile */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revive(UUID id, Viewer by) {
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        prospect.reopen(prospect.getNumber(), by.account(), clock.instant());
        try {
            prospects.flush();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("prospects.refused.open");
        }
        jdbc.sql("update prospect set merged_into = null where id = ?")
                .param(id)
                .update();
        changes.add(id, Changes.What.UNMERGED, "", by);
    }

    /** Who brought the enterprise keeps the credit (引荐). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void credit(UUID id, UUID introducer, Viewer by) {
        int fresh = jdbc.sql("""
                insert into prospect_introducer (prospect_id, organization_id, introduced_by, introduced_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
                .params(id, introducer, by.account(), OffsetDateTime.now(clock))
                .update();
        if (fresh > 0) changes.add(id, Changes.What.INTRODUCED, directory.name(introducer), by);
    }
}
