package org.lianqiao.prospects;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads a prospect for a change, for whoever may make it, and keeps what changed. Who does not see it finds nothing (404),
 * who sees it but may not is refused (403).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Access {
    private final ProspectRepository prospects;
    private final ProspectPages pages;
    private final ApplicationEventPublisher events;

    Seat seat(UUID id, Viewer officer) {
        return pages.seat(id, officer).orElseThrow(NotFound::new);
    }

    Prospect held(UUID id, Viewer officer) {
        officer.require(seat(id, officer).leads());
        return prospects.lock(id).orElseThrow(NotFound::new);
    }

    Prospect worked(UUID id, Viewer officer) {
        officer.require(seat(id, officer).works());
        return prospects.lock(id).orElseThrow(NotFound::new);
    }

    /** Another open prospect of the same matter stands in the way of what would open this one again. */
    void saved(Prospect prospect, String action, String detail, Viewer officer) {
        try {
            prospects.flush();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("prospects.refused.open");
        }
        events.publishEvent(new Recorded(officer, action, "prospect", prospect.getId(), prospect.getNumber(), detail));
    }
}
