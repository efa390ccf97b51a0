package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What changed beside the stage, for the timeline; only appended. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Changes {
    private final JdbcClient jdbc;
    private final Clock clock;

    enum What {
        /** Another owner; the detail is the name. */
        ASSIGNED,
        /** Another holder; the detail is the office. */
        HANDED,
        JOINED,
        LEFT,
        /** The detail is the constant of {@link Sharing}. */
        SHARED,
        /** The detail is the constant of {@link Attention}. */
        ATTENDED,
        EDITED,
        /** A further intent about the same matter; the detail is its number. */
        INTENT,
        PROJECT,
        /** By an office above. */
        REMINDED,
        /** 首报首谈; the detail is the day until which it holds. */
        PROTECTED,
        /** The detail is the day on which it ended. */
        LAPSED
    }

    void add(UUID prospect, What what, String detail, Viewer by) {
        jdbc.sql("""
                insert into prospect_change (id, prospect_id, what, detail, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)
                """)
                .params(Ids.next(), prospect, what.name(), detail, by.account(), OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update prospect set updated_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), prospect)
                .update();
    }
}
