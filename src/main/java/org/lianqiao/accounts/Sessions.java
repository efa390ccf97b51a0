package org.lianqiao.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a person is signed in. Who a person is stands in the session, so that whatever changes it (roles, membership,
 * suspension, password) ends the person's sessions, in the transaction that changes it.
 */
@Service
@RequiredArgsConstructor
public class Sessions {
    private final JdbcClient jdbc;

    /** @param current whether it is the one that asks */
    public record Line(OffsetDateTime since, OffsetDateTime lastSeen, boolean current) {}

    /** Ends them all; the next click leads to the sign-in. @return how many were ended */
    @Transactional
    public int end(UUID account) {
        return jdbc.sql("delete from spring_session where principal_name = ?")
                .param(account.toString())
                .update();
    }

    /** @return how many others were ended */
    @Transactional
    public int endOthers(UUID account, String current) {
        return jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(account.toString(), current)
                .update();
    }

    /** Ends those of everybody who acts for one of these organisations. @return how many were ended */
    @Transactional
    public int endOf(Collection<UUID> organizations) {
        if (organizations.isEmpty()) return 0;
        return jdbc.sql("""
                delete from spring_session where principal_name in (
                    select m.account_id::text from membership m where m.organization_id in (:organizations) and m.ended_at is null)
                """).param("organizations", organizations).update();
    }

    /** How many of the person's have not run out. */
    @Transactional(readOnly = true)
    public int count(UUID account) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ? and expiry_time > ?")
                .params(account.toString(), System.currentTimeMillis())
                .query(Integer.class)
                .single();
    }

    List<Line> of(UUID account, String current) {
        return jdbc.sql("""
                select session_id, creation_time, last_access_time from spring_session
                 where principal_name = ? and expiry_time > ? order by last_access_time desc limit 20
                """)
                .params(account.toString(), System.currentTimeMillis())
                .query((row, n) ->
                        new Line(time(row.getLong(2)), time(row.getLong(3)), current.equals(row.getString(1))))
                .list();
    }

    private static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Time.ZONE).toOffsetDateTime();
    }
}
