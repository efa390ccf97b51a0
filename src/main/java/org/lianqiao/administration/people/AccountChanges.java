package org.lianqiao.administration.people;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.accounts.Sessions;
import org.lianqiao.accounts.SignInGuard;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of the security administrator. Whatever changes what a person may do signs the person out; nobody changes
 * the own account, so that two people stand behind every new right.
 */
@Service
@RequiredArgsConstructor
class AccountChanges {
    private final JdbcClient jdbc;
    private final AccountPages pages;
    private final Sessions sessions;
    private final SignInGuard guard;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    /** Roles within one organisation. @throws Refused at {@code roles} where the kind has no such role, or two clash */
    @Transactional
    void setRoles(UUID account, UUID membership, Set<Role> roles, Viewer by) {
        var person = others(account, by);
        var place = person.memberships().stream()
                .filter(m -> m.id().equals(membership))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (roles.isEmpty()) throw Refused.at("roles", "administration.account.roles.none");
        if (!place.allowed().containsAll(roles)) throw Refused.at("roles", "administration.account.roles.kind");
        if (AllowedRoles.clash(roles)) throw Refused.at("roles", "administration.account.roles.separate");
        jdbc.sql("delete from membership_role where membership_id = :id and role not in (:roles)")
                .param("id", membership)
                .param("roles", names(roles))
                .update();
        try {
            for (var role : roles)
                jdbc.sql("insert into membership_role (membership_id, role) values (?, ?) on conflict do nothing")
                        .params(membership, role.name())
                        .update();
        } catch (DataIntegrityViolationException e) {
            if (!String.valueOf(e.getMessage()).contains("administrators are separate")) throw e;
            throw Refused.at("roles", "administration.account.roles.separate");
        }
        sessions.end(account);
        record(by, "account.roles", person, words(place.roles()) + " → " + words(EnumSet.copyOf(roles)));
    }

    /** The person no longer acts for the organisation. The next one, where there is one, takes its place. */
    @Transactional
    void leave(UUID account, UUID membership, Viewer by) {
        var person = others(account, by);
        var place = person.memberships().stream()
                .filter(m -> m.id().equals(membership))
                .findFirst()
                .orElseThrow(NotFound::new);
        jdbc.sql("update membership set ended_at = now() where id = ? and ended_at is null")
                .param(membership)
                .update();
        jdbc.sql("""
                update account a set current_membership_id = (select m.id from membership m
                    where m.account_id = a.id and m.ended_at is null order by m.started_at limit 1), version = version + 1
                 where a.id = ? and a.current_membership_id = ?
                """).params(account, membership).update();
        sessions.end(account);
        record(by, "account.leave", person, place.organization());
    }

    @Transactional
    void suspend(UUID account, String reason, Viewer by) {
        var person = others(account, by);
        if (reason.isBlank()) throw new Refused("administration.reason.required");
        move(account, AccountStatus.ACTIVE, AccountStatus.SUSPENDED);
        sessions.end(account);
        record(by, "account.suspend", person, reason);
    }

    @Transactional
    void reactivate(UUID account, Viewer by) {
        var person = others(account, by);
        move(account, AccountStatus.SUSPENDED, AccountStatus.ACTIVE);
        record(by, "account.reactivate", person, "");
    }

    /** For good: who left gets a new account on return. */
    @Transactional
    void end(UUID account, String reason, Viewer by) {
        var person = others(account, by);
        if (reason.isBlank()) throw new Refused("administration.reason.required");
        int ended = jdbc.sql("""
                update account set status = 'ENDED', ended_at = now(), version = version + 1 where id = ? and status <> 'ENDED'
                """).param(account).update();
        if (ended == 0) throw new Refused("administration.state.changed");
        jdbc.sql("update membership set ended_at = now() where account_id = ? and ended_at is null")
                .param(account)
                .update();
        sessions.end(account);
        record(by, "account.end", person, reason);
    }

    @Transactional
    void unlock(UUID account, Viewer by) {
        var person = others(account, by);
        AccountPages.signInNames(person).forEach(guard::succeeded);
        record(by, "account.unlock", person, "");
    }

    @Transactional
    int signOut(UUID account, Viewer by) {
        var person = others(account, by);
        int ended = sessions.end(account);
        record(by, "account.sign-out", person, String.valueOf(ended));
        return ended;
    }

    /** Phone and mail in full, once; who looked is recorded. */
    @Transactional
    AccountPages.Page reveal(UUID account, Viewer by) {
        var person = pages.find(account, false).orElseThrow(NotFound::new);
        record(by, "account.reveal", person, "");
        return person;
    }

    private AccountPages.Page others(UUID account, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        var person = pages.find(account, false).orElseThrow(NotFound::new);
        if (account.equals(by.account())) throw new Refused("administration.account.own");
        return person;
    }

    private void move(UUID account, AccountStatus from, AccountStatus to) {
        int moved = jdbc.sql("update account set status = ?, version = version + 1 where id = ? and status = ?")
                .params(to.name(), account, from.name())
                .update();
        if (moved == 0) throw new Refused("administration.state.changed");
    }

    private void record(Viewer by, String action, AccountPages.Page person, String detail) {
        events.publishEvent(new Recorded(by, action, "account", person.id(), person.name(), detail));
    }

    private String words(Collection<Role> roles) {
        return roles.isEmpty() ? "—" : roles.stream().map(choices::label).collect(Collectors.joining("、"));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Enum::name).toList();
    }
}
