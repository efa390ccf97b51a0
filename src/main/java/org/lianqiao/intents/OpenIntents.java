package org.lianqiao.intents;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands open already: one intent for each enterprise and target, and no flood in a visitor's name. */
@Component
@RequiredArgsConstructor
class OpenIntents {
    /** How many intents one phone number may leave unverified in a day. */
    private static final int MOST_UNVERIFIED = 5;

    private static final String SAME = """
            organization_id = :organization and target = :target
              and coalesce(need_id, project_id) is not distinct from cast(:subject as uuid)
              and coalesce(region_code, '') = :region
            """;

    private final JdbcClient jdbc;

    /** Two clicks on one form come one after the other, until the transaction ends: the second finds what the first sent. */
    void oneAtATime(String tokenHash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(tokenHash)
                .query((row, n) -> true)
                .single();
    }

    void refuseFlood(String phone) {
        int today = jdbc.sql("""
                select count(*) from intent where contact_phone = ? and state = 'UNVERIFIED' and created_at > now() - interval '1 day'
                """).param(phone).query(Integer.class).single();
        if (today >= MOST_UNVERIFIED) throw new Refused("intents.refused.flood");
    }

    /** What a visitor sent in an enterprise's name gives way to what the enterprise sends itself. */
    void makeWay(UUID organization, Target about, Viewer sender) {
        if (!sender.isMember()) return;
        jdbc.sql(
                        "with gone as (update intent set state = 'WITHDRAWN', version = version + 1 where state = 'UNVERIFIED' and "
                                + SAME
                                + " returning id) insert into intent_change (id, intent_id, action, reason, changed_at)"
                                + " select gen_random_uuid(), id, 'WITHDRAWN', '本单位已登录提交', now() from gone")
                .params(same(organization, about))
                .update();
    }

    boolean isOpen(UUID organization, Target about) {
        return jdbc.sql("select exists (select from intent where state in"
                        + " ('UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED') and " + SAME + ")")
                .params(same(organization, about))
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> same(UUID organization, Target about) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organization", organization);
        values.put("target", about.kind().name());
        var subject = about.needId() == null ? about.projectId() : about.needId();
        values.put("subject", subject == null ? null : subject.toString());
        values.put("region", about.region() == null ? "" : about.region());
        return values;
    }
}
