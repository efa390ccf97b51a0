package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The offices that take part in a prospect beside its holder (配合单位). */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Partners {
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    /** @return whether the office takes part only now; the holder never joins its own prospect */
    boolean join(UUID prospect, UUID office, @Nullable SiteFunction function, @Nullable UUID intent, Viewer by) {
        int joined = jdbc.sql("""
                insert into prospect_partner (prospect_id, office_id, function, intent_id, joined_at, joined_by)
                select p.id, :office, :function, :intent, :now, :by from prospect p
                 where p.id = :prospect and p.holder_office_id <> :office
                on conflict do nothing
                """)
                .param("prospect", prospect)
                .param("office", office)
                .param("function", function == null ? null : function.name(), java.sql.Types.VARCHAR)
                .param("intent", intent, java.sql.Types.OTHER)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.account())
                .update();
        if (joined == 0) return false;
        changes.add(prospect, Changes.What.JOINED, name(office), by);
        return true;
    }

    boolean leave(UUID prospect, UUID office, Viewer by) {
        int left = jdbc.sql("delete from prospect_partner where prospect_id = ? and office_id = ?")
                .params(prospect, office)
                .update();
        if (left == 0) return false;
        changes.add(prospect, Changes.What.LEFT, name(office), by);
        return true;
    }

    /** A new holder is a partner no more; the former one stays as partner. */
    void change(UUID prospect, UUID holder, UUID former, Viewer by) {
        promote(prospect, holder);
        join(prospect, former, null, null, by);
    }

    /** A new holder is a partner no more. */
    void promote(UUID prospect, UUID holder) {
        jdbc.sql("delete from prospect_partner where prospect_id = ? and office_id = ?")
                .params(prospect, holder)
                .update();
    }

    private String name(UUID office) {
        return jdbc.sql("select name from organization where id = ?")
                .param(office)
                .query(String.class)
                .single();
    }
}
