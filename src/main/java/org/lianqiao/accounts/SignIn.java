package org.lianqiao.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by login name, phone number or mail address. Every failure looks alike and takes as long, whether
 * the name, the password or a lock was the cause.
 */
@Component
@RequiredArgsConstructor
class SignIn implements AuthenticationProvider {
    /** bcrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Viewers viewers;
    private final SignInGuard guard;
    private final ApplicationEventPublisher events;
    private @Nullable String nobody;

    private record Found(UUID id, String hash) {}

    @Override
    public Authentication authenticate(Authentication typed) {
        var login = known(typed.getName().strip().toLowerCase(Locale.ROOT));
        var from = Network.of(address(typed));
        boolean refused = guard.isLocked(login, from) | !matches(login, String.valueOf(typed.getCredentials()));
        var viewer = refused ? null : found(login);
        if (viewer == null) {
            guard.failed(login, from);
            throw new BadCredentialsException("sign-in refused");
        }
        guard.succeeded(login);
        events.publishEvent(new Recorded(viewer, "session.begin", "account", viewer.accountId(), viewer.name()));
        return proof(viewer);
    }

    /** What stands in the session of who signed in. */
    static Authentication proof(Viewer viewer) {
        var authorities = viewer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toSet());
        return new UsernamePasswordAuthenticationToken(viewer, null, authorities);
    }

    private static String address(Authentication typed) {
        var address =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        return address == null ? "" : address;
    }

    /** A phone number signs in however it is written. */
    private static String known(String typed) {
        return typed.matches("[+0-9 -]{8,20}") ? Phones.parse(typed).orElse(typed) : typed;
    }

    private boolean matches(String login, String password) {
        boolean tooLong = password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
        var hash = account(login).map(Found::hash).orElseGet(this::hashOfNobody);
        return passwords.matches(tooLong ? "" : password, hash) && !tooLong;
    }

    private @Nullable Viewer found(String login) {
        return account(login).flatMap(account -> viewers.of(account.id())).orElse(null);
    }

    private java.util.Optional<Found> account(String login) {
        if (login.indexOf('\0') >= 0) return java.util.Optional.empty();
        return jdbc.sql("""
                select id, password_hash from account
                 where status = 'ACTIVE' and password_hash is not null
                   and (login = :typed or phone = :typed or lower(email) = :typed)
                 order by login = :typed desc limit 1
                """)
                .param("typed", login)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    private String hashOfNobody() {
        if (nobody == null) nobody = passwords.encode(UUID.randomUUID().toString());
        return java.util.Objects.requireNonNull(nobody);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
