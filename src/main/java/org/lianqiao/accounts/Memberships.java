package org.lianqiao.accounts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties people to organisations and unties them. The account of who has no organisation left is ended, and its contact
 * data go with it.
 */
@Service
@RequiredArgsConstructor
class Memberships {
    private static final String FIND =
            "select m.id, m.account_id, m.organization_id, a.name from membership m join account a on a.id = m.account_id where ";

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    private record Tie(UUID id, UUID accountId, UUID organizationId, String name) {}

    /** What a manager may give: staff of offices get their roles from the security administrator. */
    static Set<Role> grantable(@Nullable OrganizationKind kind) {
        return kind == null || kind.isGovernment() ? Set.of() : EnumSet.of(Role.MEMBER, Role.MANAGER);
    }

    /** The person of this proven address, if there is one; who is suspended cannot be joined to anything. */
    Optional<UUID> known(Reach reach) {
        record Known(UUID id, String status) {}
        var known =
                jdbc.sql("""
                select id, status from account where status <> 'ENDED' and (phone = :reach or lower(email) = :reach or login = :reach) limit 1
                """).param("reach", reach.value()).query(Known.class).optional();
        if (known.isPresent() && !"ACTIVE".equals(known.get().status)) throw new Refused("accounts.person.suspended");
        return known.map(Known::id);
    }

    /**
     * The person of this proven address, or a new account.
     *
     * @param other a further address that nobody has proved: kept only where no account has it
     * @param passwordHash of a new account; who has one keeps the own password
     */
    @Transactional
    UUID personOf(String name, Reach reach, String other, String passwordHash) {
        return known(reach).orElseGet(() -> {
            var id = Ids.next();
            jdbc.sql("""
                    insert into account (id, login, name, phone, email, password_hash, status, created_at, credentials_changed_at)
                    values (:id, :login, :name, :phone, :mail, :hash, 'ACTIVE', now(), now())
                    """)
                    .param("id", id)
                    .param("login", reach.value())
                    .param("name", name)
                    .param("phone", reach.isMail() ? free("phone", other) : reach.value())
                    .param("mail", reach.isMail() ? reach.value() : free("email", other))
                    .param("hash", passwordHash)
                    .update();
            return id;
        });
    }

    private String free(String column, String address) {
        boolean isPhone = column.equals("phone");
        if (address.isEmpty() || address.contains("@") == isPhone) return "";
        boolean taken = jdbc.sql(
                        "select exists (select from account where status <> 'ENDED' and (phone = ? or lower(email) = ?))")
                .params(address, address)
                .query(Boolean.class)
                .single();
        return taken ? "" : address;
    }

    /** Ties a person to an organisation; who was tied already keeps the roles and gets the new ones as well. */
    @Transactional
    void begin(UUID account, UUID organization, Collection<Role> roles) {
        jdbc.sql("""
                insert into membership (id, account_id, organization_id, started_at) values (?, ?, ?, now())
                on conflict (account_id, organization_id) where ended_at is null do nothing
                """).params(Ids.next(), account, organization).update();
        var membership = jdbc.sql(
                        "select id from membership where account_id = ? and organization_id = ? and ended_at is null")
                .params(account, organization)
                .query(UUID.class)
                .single();
        for (var role : roles)
            jdbc.sql("insert into membership_role (membership_id, role) values (?, ?) on conflict do nothing")
                    .params(membership, role.name())
                    .update();
        jdbc.sql("update account set current_membership_id = ? where id = ? and current_membership_id is null")
                .params(membership, account)
                .update();
        sessions.end(account);
    }

    /** Makes a colleague a manager, or a member again. The last manager stays one. */
    @Transactional
    void appoint(UUID membership, boolean manager, Viewer by) {
        var tie = find(membership, by);
        if (manager)
            jdbc.sql("insert into membership_role (membership_id, role) values (?, 'MANAGER') on conflict do nothing")
                    .param(tie.id)
                    .update();
        else {
            requireOtherManager(tie);
            jdbc.sql("delete from membership_role where membership_id = ? and role = 'MANAGER'")
                    .param(tie.id)
                    .update();
        }
        sessions.end(tie.accountId);
        events.publishEvent(new Recorded(
                by, manager ? "membership.appoint" : "membership.dismiss", "account", tie.accountId, tie.name));
    }

    /** A manager ends a colleague's membership. */
    @Transactional
    void end(UUID membership, Viewer by) {
        var tie = find(membership, by);
        requireOtherManager(tie);
        end(tie, by);
    }

    /** A person leaves an organisation of their own. @return whether the account ended with it */
    @Transactional
    boolean leave(UUID membership, Viewer viewer) {
        var tie = jdbc.sql(FIND + "m.id = ? and m.account_id = ? and m.ended_at is null for update of m")
                .params(membership, viewer.account())
                .query(Tie.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (hasColleagues(tie)) requireOtherManager(tie);
        return end(tie, viewer);
    }

    /** Of the manager's own organisation only. */
    private Tie find(UUID membership, Viewer manager) {
        manager.require(manager.isMember() && manager.has(Role.MANAGER));
        return jdbc.sql(FIND + "m.id = ? and m.organization_id = ? and m.ended_at is null")
                .params(membership, manager.organization())
                .query(Tie.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Locks the organisation's managers, so that two cannot dismiss each other at once. */
    private void requireOtherManager(Tie tie) {
        jdbc.sql("select id from organization where id = ? for update")
                .param(tie.organizationId)
                .query(UUID.class)
                .single();
        boolean isManager = jdbc.sql(
                        "select exists (select from membership_role where membership_id = ? and role = 'MANAGER')")
                .param(tie.id)
                .query(Boolean.class)
                .single();
        if (isManager && !hasOther(tie, "MANAGER")) throw new Refused("accounts.people.lastManager");
    }

    private boolean hasOther(Tie tie, String role) {
        return jdbc.sql("""
                select exists (select from membership m join membership_role r on r.membership_id = m.id join account a on a.id = m.account_id
                   where m.organization_id = ? and m.ended_at is null and m.id <> ? and r.role = ? and a.status = 'ACTIVE')
                """)
                .params(tie.organizationId, tie.id, role)
                .query(Boolean.class)
                .single();
    }

    private boolean hasColleagues(Tie tie) {
        return jdbc.sql(
                        "select exists (select from membership where organization_id = ? and ended_at is null and id <> ?)")
                .params(tie.organizationId, tie.id)
                .query(Boolean.class)
                .single();
    }

    private boolean end(Tie tie, Viewer by) {
        jdbc.sql("update membership set ended_at = now() where id = ? and ended_at is null")
                .param(tie.id)
                .update();
        int other = jdbc.sql("""
                update account set current_membership_id = (select id from membership where account_id = :account and ended_at is null
                   order by started_at limit 1), version = version + 1
                 where id = :account and exists (select from membership where account_id = :account and ended_at is null)
                """).param("account", tie.accountId).update();
        boolean last = other == 0;
        if (last) close(tie.accountId);
        leaveEmpty(tie.organizationId);
        sessions.end(tie.accountId);
        events.publishEvent(new Recorded(by, "membership.end", "account", tie.accountId, tie.name));
        return last;
    }

    /** Without people an organisation is known but not registered (未入驻) again: registering claims it anew. */
    private void leaveEmpty(UUID organization) {
        int left = jdbc.sql("""
                update organization set status = 'KNOWN', version = version + 1 where id = :org and status = 'REGISTERED'
                   and kind in ('ENTERPRISE', 'ASSOCIATION', 'PARK')
                   and not exists (select from membership where organization_id = :org and ended_at is null)
                """).param("org", organization).update();
        if (left > 0) events.publishEvent(new Searchable(EntryKind.ORGANIZATION, organization));
    }

    /** The name stays with what the person did; phone, mail and password go. */
    private void close(UUID account) {
        jdbc.sql("""
                update account set status = 'ENDED', ended_at = now(), phone = '', email = '', password_hash = null,
                       login = 'ended-' || id, current_membership_id = null, version = version + 1 where id = ?
                """).param(account).update();
    }
}
