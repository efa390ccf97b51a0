package org.lianqiao.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An enterprise may ask not to be recommended to other enterprises; its manager says so, and takes it back. */
@Service
@RequiredArgsConstructor
class Silence {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    boolean isKeptBy(UUID enterprise) {
        return jdbc.sql("select exists (select from match_silence where organization_id = ?)")
                .param(enterprise)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void keep(boolean silent, Viewer manager) {
        manager.require(
                manager.isMember() && manager.has(Role.MANAGER) && manager.kind() == OrganizationKind.ENTERPRISE);
        int changed = silent
                ? jdbc.sql("insert into match_silence (organization_id, chosen_by, chosen_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(manager.organization(), manager.account(), OffsetDateTime.now(clock))
                        .update()
                : jdbc.sql("delete from match_silence where organization_id = ?")
                        .param(manager.organization())
                        .update();
        if (changed > 0)
            events.publishEvent(new Recorded(
                    manager,
                    silent ? "match.silence" : "match.speak",
                    "match",
                    manager.organization(),
                    manager.organizationName()));
    }
}
