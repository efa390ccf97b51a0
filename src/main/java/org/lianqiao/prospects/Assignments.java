package org.lianqiao.prospects;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a prospect to somebody. */
@Service
@RequiredArgsConstructor
class Assignments {
    private final Access access;
    private final ProspectRepository prospects;
    private final Assignees assignees;
    private final FollowUps followUps;
    private final Partners partners;
    private final Changes changes;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Gives the prospect to somebody, with the open steps of who had it. By the holder's lead or the owner within the
     * office; by the coordinating office to any office of its side, which then holds it while the former one takes part.
     */
    @Transactional
    public void assign(UUID id, @Nullable UUID owner, Viewer officer) {
        var seat = access.seat(id, officer);
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        officer.require(mayAssign(seat, prospect.getOwnerAccountId(), officer));
        var before = prospect.getHolderOfficeId();
        if (owner == null) throw Refused.at("owner", "prospects.required.owner");
        var group = assignees
                .groupOf(owner, before, officer)
                .orElseThrow(() -> Refused.at("owner", "prospects.required.owner"));
        var former = prospect.getOwnerAccountId();
        prospect.assign(owner, group.officeId(), clock.instant());
        access.saved(prospect, "prospect.assign", group.office(), officer);
        if (former != null) followUps.handOver(id, former, owner);
        if (!group.officeId().equals(before)) {
            partners.change(id, group.officeId(), before, officer);
            changes.add(id, Changes.What.HANDED, group.office(), officer);
        }
        changes.add(id, Changes.What.ASSIGNED, name(group, owner), officer);
        if (!owner.equals(officer.account()))
            events.publishEvent(Notice.toPerson(
                    owner,
                    "prospects.notice.assigned",
                    "/ledger/" + id,
                    directory.name(prospect.getOrganizationId()),
                    prospect.getMatter()));
    }

    static boolean mayAssign(Seat seat, @Nullable UUID owner, Viewer officer) {
        return seat == Seat.COORDINATOR
                || seat == Seat.HOLDER && (officer.isLead() || owner == null || owner.equals(officer.accountId()));
    }

    private static String name(Assignees.Group group, UUID account) {
        return group.people().stream()
                .filter(o -> o.value().equals(account.toString()))
                .map(o -> o.label())
                .findFirst()
                .orElse("");
    }
}
