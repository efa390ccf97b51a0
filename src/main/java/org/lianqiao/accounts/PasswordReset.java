package org.lianqiao.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.Recorded;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A forgotten password: a code to the phone or mail that the account has, and a new one. No answer tells whether there is one. */
@Service
@RequiredArgsConstructor
class PasswordReset {
    private static final String PURPOSE = "PASSWORD_RESET";

    private final JdbcClient jdbc;
    private final VerificationCodes codes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInGuard guard;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final Choices choices;

    private record Owner(UUID id, String login) {}

    /** @return what the page of the code is called; it is made up where there is no such account */
    @Transactional
    UUID ask(String typed) {
        var login = known(typed.strip().toLowerCase(Locale.ROOT));
        var target = target(login);
        var id = UUID.randomUUID();
        codes.send(PURPOSE, target.orElse(login), id, target.isPresent());
        return id;
    }

    /**
     * Sets it, ends every session and lifts the lock.
     *
     * @return false where the code is wrong: the try has to count, so that nothing is thrown
     */
    @Transactional
    boolean reset(UUID id, String code, String password) {
        var hash = passwords.hash(password);
        var target = codes.confirmed(PURPOSE, id, code);
        if (target.isEmpty()) return false;
        var owner = jdbc.sql("""
                update account set password_hash = ?, credentials_changed_at = now(), version = version + 1
                 where status = 'ACTIVE' and (phone = ? or lower(email) = ?) returning id, login
                """)
                .params(hash, target.get(), target.get())
                .query(Owner.class)
                .optional();
        owner.ifPresent(found -> changed(found, target.get()));
        return owner.isPresent();
    }

    private void changed(Owner owner, String target) {
        sessions.end(owner.id);
        guard.succeeded(owner.login);
        guard.succeeded(target);
        events.publishEvent(Message.to(
                target, choices.text("accounts.password.changed"), choices.text("accounts.password.changed.body")));
        viewers.of(owner.id)
                .ifPresent(viewer -> events.publishEvent(
                        new Recorded(viewer, "password.reset", "account", owner.id, viewer.name())));
    }

    /** Where the account's code goes: the address that was typed, or, for a staff name, phone or mail. */
    private Optional<String> target(String login) {
        return jdbc.sql("""
                select case when phone = :typed or lower(email) = :typed then :typed else coalesce(nullif(phone, ''), lower(email)) end
                  from account where status = 'ACTIVE' and (login = :typed or phone = :typed or lower(email) = :typed)
                   and (phone <> '' or email <> '') order by login = :typed desc limit 1
                """).param("typed", login).query(String.class).optional();
    }

    private static String known(String typed) {
        return typed.matches("[+0-9 -]{8,20}") ? Phones.parse(typed).orElse(typed) : typed;
    }
}
