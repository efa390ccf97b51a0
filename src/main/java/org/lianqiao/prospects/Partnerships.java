package org.lianqiao.prospects;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a prospect: the holder takes in, partners leave, others ask. */
@Service
@RequiredArgsConstructor
class Partnerships {
    private final Access access;
    private final ProspectRepository prospects;
    private final Partners partners;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    @Transactional
    public void addPartner(UUID id, @Nullable UUID office, @Nullable SiteFunction function, Viewer officer) {
        var prospect = access.held(id, officer);
        prospect.requireLive();
        if (office == null
                || office.equals(prospect.getHolderOfficeId())
                || directory.offices(prospect.getAllianceId()).stream()
                        .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "prospects.required.office");
        if (!partners.join(id, office, function, null, officer))
            throw Refused.at("office", "prospects.refused.partner");
        events.publishEvent(new Recorded(
                officer, "prospect.partner", "prospect", id, prospect.getNumber(), directory.name(office)));
        events.publishEvent(Notice.toHolders(
                office,
                Set.of(Role.OFFICER, Role.LEAD),
                "prospects.notice.partner",
                "/ledger/" + id,
                officer.organizationName(),
                directory.name(prospect.getOrganizationId()),
                prospect.getMatter()));
    }

    /** A partner leaves by itself, or by the holder's word. */
    @Transactional
    public void leave(UUID id, UUID office, Viewer officer) {
        var seat = access.seat(id, officer);
        officer.require(seat.leads() || seat == Seat.PARTNER && office.equals(officer.organizationId()));
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        if (!partners.leave(id, office, officer)) return;
        events.publishEvent(
                new Recorded(officer, "prospect.leave", "prospect", id, prospect.getNumber(), directory.name(office)));
    }

    /** Asks the holder to be taken in as partner; the holder decides. */
    @Transactional
    public void askToJoin(UUID id, Viewer officer) {
        var seat = access.seat(id, officer);
        officer.require(!seat.works());
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        events.publishEvent(new Recorded(officer, "prospect.ask", "prospect", id, prospect.getNumber()));
        events.publishEvent(Notice.toHolders(
                prospect.getHolderOfficeId(),
                Set.of(Role.OFFICER, Role.LEAD),
                "prospects.notice.ask",
                "/ledger/" + id,
                officer.organizationName(),
                officer.name(),
                directory.name(prospect.getOrganizationId())));
    }
}
