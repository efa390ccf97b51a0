package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
public class Changes {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The kinds of change, each a sentence of the bundles under {@code prospects.change}. */
    public enum What {
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
        LAPSED,
        /** 流转; the detail is the other office. */
        TRANSFER_OFFERED,
        TRANSFER_REFUSED,
        TRANSFER_WITHDRAWN,
        /** 引荐; the detail is who introduced the enterprise. */
        INTRODUCED,
        /** The enterprise's word on its contact; the detail is the office that would get it. */
        CONTACT_AGREED,
        CONTACT_DECLINED,
        /** 会商; the detail is the office that asked. */
        CONSULTED,
        /** The detail is the number of the paper, where there is one. */
        CONSULTATION_SETTLED,
        /** A duplicate; the detail is its number. */
        MERGED,
        /** 会后分派, by both sides; the detail is the office. */
        ALLOCATED,
        UNMERGED
    }

    /** Appends a line to the timeline. */
    public void add(UUID prospect, What what, String detail, Viewer by) {
        add(prospect, what, detail, by.account());
    }

    /** @param account nobody where the enterprise itself spoke */
    public void add(UUID prospect, What what, String detail, @Nullable UUID account) {
        jdbc.sql("""
                insert into prospect_change (id, prospect_id, what, detail, changed_by, changed_at)
                values (:id, :prospect, :what, :detail, cast(:by as uuid), :now)
                """)
                .param("id", Ids.next())
                .param("prospect", prospect)
                .param("what", what.name())
                .param("detail", detail)
                .param("by", account, java.sql.Types.OTHER)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update prospect set updated_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), prospect)
                .update();
    }
}
