package org.lianqiao.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks a name after repeated failures. Counted by what was typed, so that a name that nobody has locks alike. */
@Component
@RequiredArgsConstructor
public class SignInGuard {
    private final JdbcClient jdbc;
    private final Settings settings;

    /** Whether whoever types this name is sent away, whatever the password. */
    public boolean isLocked(String login) {
        return jdbc.sql("select exists (select from sign_in_guard where login_key = ? and locked_until > now())")
                .param(key(login))
                .query(Boolean.class)
                .single();
    }

    void failed(String login) {
        jdbc.sql("""
                insert into sign_in_guard as g (login_key, failures, last_failed_at) values (:key, 1, now())
                on conflict (login_key) do update set
                    failures = case when g.last_failed_at < now() - interval '1 day' then 1 else g.failures + 1 end,
                    last_failed_at = now(),
                    locked_until = case when g.failures + 1 >= :most then now() + make_interval(mins => :minutes) end
                """)
                .param("key", key(login))
                .param("most", settings.number("sign-in.failures", 5))
                .param("minutes", settings.number("sign-in.lock-minutes", 15))
                .update();
    }

    /** Forgets the failures under this name, and with them the lock. */
    public void succeeded(String login) {
        jdbc.sql("delete from sign_in_guard where login_key = ?")
                .param(key(login))
                .update();
    }

    private static String key(String login) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
