package org.lianqiao.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks a name after repeated failures, and an address from which many names are tried. A name is counted by what was
 * typed, so that one that nobody has locks alike; a whole office may stand behind one address, so that it takes more.
 */
@Component
@RequiredArgsConstructor
public class SignInGuard {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PATIENCE = 3;

    private final JdbcClient jdbc;
    private final Settings settings;

    /** Whether whoever types this name is sent away, whatever the password. */
    public boolean isLocked(String login) {
        return isLocked(List.of(key(login)));
    }

    boolean isLocked(String login, Network from) {
        return isLocked(List.of(key(login), key(from)));
    }

    private boolean isLocked(List<String> keys) {
        return jdbc.sql("select exists (select from sign_in_guard where login_key in (:keys) and locked_until > now())")
                .param("keys", keys)
                .query(Boolean.class)
                .single();
    }

    void failed(String login, Network from) {
        failed(login);
        int most = settings.number("sign-in.address-failures", 50);
        if (!from.thisMachine()) count(key(from), Duration.ofMinutes(minutesLocked()), most, most);
    }

    void failed(String login) {
        count(key(login), DAY, PATIENCE, settings.number("sign-in.failures", 5));
    }

    private int minutesLocked() {
        return settings.number("sign-in.lock-minutes", 15);
    }

    /**
     * Counts a failure; where there are too many of them there is a lock.
     *
     * @param within failures before that time are forgotten
     * @param patience from this failure on nothing is right for a second, then for two, for four …
     */
    private void count(String key, Duration within, int patience, int most) {
        jdbc.sql("""
                insert into sign_in_guard as g (login_key, failures, last_failed_at) values (:key, 1, now())
                on conflict (login_key) do update set (failures, locked_until, last_failed_at) = (
                    select n, case when n >= :most then now() + make_interval(mins => :minutes)
                                   when n >= :patience then now() + make_interval(secs => least(60, 2 ^ (n - :patience))) end, now()
                      from (select case when g.last_failed_at < now() - make_interval(secs => :within) then 1 else g.failures + 1 end) f (n))
                """)
                .param("key", key)
                .param("within", within.toSeconds())
                .param("most", most)
                .param("patience", patience)
                .param("minutes", minutesLocked())
                .update();
    }

    /** Forgets the failures under this name, and with them the lock. Those of an address stay: others may be behind it. */
    public void succeeded(String login) {
        jdbc.sql("delete from sign_in_guard where login_key = ?")
                .param(key(login))
                .update();
    }

    private static String key(Network network) {
        return key("address " + network.name());
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
