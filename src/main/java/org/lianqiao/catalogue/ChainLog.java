package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of chains and nodes: who changed what, one change after the other. */
@Component
@RequiredArgsConstructor
public class ChainLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is versioned here. */
    public enum Entity {
        CHAIN,
        NODE
    }

    /** What was done to it. */
    public enum Action {
        CREATED,
        EDITED,
        MOVED,
        LINKED,
        UNLINKED
    }

    /** @param detail from what to what; empty where the action says it all */
    public void changed(Entity entity, UUID id, String name, Action action, String detail, Viewer by) {
        jdbc.sql("""
                insert into chain_change (id, entity, entity_id, name, action, detail, changed_by, changed_at)
                values (:id, :entity, :entityId, :name, :action, :detail, :by, :at)
                """)
                .param("id", Ids.next())
                .param("entity", entity.name())
                .param("entityId", id)
                .param("name", name)
                .param("action", action.name())
                .param("detail", detail)
                .param("by", by.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
