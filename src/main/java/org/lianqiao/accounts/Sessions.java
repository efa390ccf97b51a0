package org.lianqiao.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** Ends them all; the next click leads to the sign-in. */
    @Transactional
    public void end(UUID account) {
        jdbc.sql("delete from spring_session where principal_name = ?")
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
