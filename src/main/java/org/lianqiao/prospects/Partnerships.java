package org.lianqiao.prospects;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partners leave; how they join is agreed elsewhere. */
@Service
@RequiredArgsConstructor
class Partnerships {
    private final Access access;
    private final ProspectRepository prospects;
    private final Partners partners;
    private final Directory directory;
    private final ApplicationEventPublisher events;

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
}
