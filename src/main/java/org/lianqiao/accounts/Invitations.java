package org.lianqiao.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Consents;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager invites a colleague by phone or mail; the link in the message, valid for seven days, sets the password. */
@Service
@RequiredArgsConstructor
class Invitations {
    private static final int MOST_A_DAY = 50;
    private static final String FIND = """
            select i.id, i.organization_id, o.name as organization, i.name, i.target, i.roles, a.name as inviter, i.expires_at,
                   case when i.revoked_at is not null then 'REVOKED' when i.accepted_at is not null then 'ACCEPTED'
                        when i.expires_at < now() then 'EXPIRED' else 'OPEN' end as state,
                   exists (select from account k where k.status = 'ACTIVE' and (k.phone = i.target or lower(k.email) = i.target)) as known
              from invitation i join organization o on o.id = i.organization_id join account a on a.id = i.invited_by where\s""";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Consents consents;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    /** How an invitation stands. */
    enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }

    /** @param known whether the invited person has an account, which keeps its password */
    record Invitation(
            UUID id,
            UUID organizationId,
            String organization,
            String name,
            String target,
            Set<Role> roles,
            String invitedBy,
            OffsetDateTime expiresAt,
            State state,
            boolean known) {
        public String maskedTarget() {
            return Reach.masked(target);
        }
    }

    @Transactional
    void invite(InviteForm form, Viewer manager) {
        requireManager(manager);
        var reach = Reach.parse(form.target(), "target");
        if (belongs(reach, manager)) throw Refused.at("target", "accounts.invite.member");
        if (sentToday(manager) >= MOST_A_DAY) throw new Refused("accounts.invite.tooMany");
        var roles = Boolean.TRUE.equals(form.manager()) ? EnumSet.of(Role.MEMBER, Role.MANAGER) : Set.of(Role.MEMBER);
        manager.require(Memberships.grantable(manager.kind()).containsAll(roles));
        // A newer invitation of the same person takes the place of the older one.
        jdbc.sql("""
                update invitation set revoked_at = now() where organization_id = ? and target = ? and accepted_at is null and revoked_at is null
                """).params(manager.organization(), reach.value()).update();
        var id = Ids.next();
        var token = Tokens.next();
        jdbc.sql("""
                insert into invitation (id, organization_id, name, target, roles, token_hash, invited_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, now(), now() + interval '7 days')
                """)
                .params(
                        id,
                        manager.organization(),
                        form.name(),
                        reach.value(),
                        roles.stream().map(Enum::name).toArray(String[]::new),
                        Tokens.digest(token),
                        manager.account())
                .update();
        events.publishEvent(Notice.toOutside(
                reach.value(),
                "accounts.invitation.notice",
                "/invitations/" + token,
                manager.name(),
                manager.organizationName()));
        events.publishEvent(new Recorded(manager, "invitation.send", "invitation", id, form.name(), roles.toString()));
    }

    @Transactional(readOnly = true)
    List<Invitation> open(Viewer manager) {
        return jdbc.sql(
                        FIND
                                + "i.organization_id = ? and i.accepted_at is null and i.revoked_at is null order by i.created_at desc limit 50")
                .param(manager.organization())
                .query((row, n) -> read(row))
                .list();
    }

    @Transactional
    void revoke(UUID id, Viewer manager) {
        requireManager(manager);
        int revoked = jdbc.sql("""
                update invitation set revoked_at = now() where id = ? and organization_id = ? and accepted_at is null and revoked_at is null
                """).params(id, manager.organization()).update();
        if (revoked == 0) throw new NotFound();
        events.publishEvent(new Recorded(manager, "invitation.revoke", "invitation", id, ""));
    }

    @Transactional(readOnly = true)
    Optional<Invitation> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql(FIND + "i.token_hash = ?")
                .param(Tokens.digest(token))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Makes the account, or ties the existing one; an invitation is taken once. */
    @Transactional
    void accept(String token, AcceptForm form) {
        var invitation = find(token).orElseThrow(NotFound::new);
        if (!Boolean.TRUE.equals(form.agreed())) throw Refused.at("agreed", "accounts.required.agreed");
        var hash = invitation.known ? "" : passwords.hash(form.password());
        int taken = jdbc.sql("""
                update invitation set accepted_at = now() where id = ? and accepted_at is null and revoked_at is null and expires_at > now()
                """).param(invitation.id).update();
        if (taken == 0) throw new Refused("accounts.invitation.over");
        var name = form.name().isBlank() ? invitation.name : form.name();
        var person = memberships.personOf(name, new Reach(invitation.target), "", hash);
        memberships.begin(person, invitation.organizationId, invitation.roles);
        jdbc.sql("update invitation set accepted_by = ? where id = ?")
                .params(person, invitation.id)
                .update();
        var consent = consents.give(
                "PRIVACY_NOTICE", name, invitation.organizationId, "invitation", invitation.id, Viewer.VISITOR);
        jdbc.sql("update consent set given_by_account = ? where id = ?")
                .params(person, consent)
                .update();
        events.publishEvent(new Recorded(Viewer.VISITOR, "invitation.accept", "account", person, name));
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                Objects.requireNonNull(row.getString("organization")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("target")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                Objects.requireNonNull(row.getString("inviter")),
                row.getObject("expires_at", OffsetDateTime.class),
                State.valueOf(row.getString("state")),
                row.getBoolean("known"));
    }

    private boolean belongs(Reach reach, Viewer manager) {
        return jdbc.sql("""
                select exists (select from membership m join account a on a.id = m.account_id
                   where m.organization_id = ? and m.ended_at is null and (a.phone = ? or lower(a.email) = ?))
                """)
                .params(manager.organization(), reach.value(), reach.value())
                .query(Boolean.class)
                .single();
    }

    private int sentToday(Viewer manager) {
        return jdbc.sql(
                        "select count(*) from invitation where organization_id = ? and created_at > now() - interval '1 day'")
                .param(manager.organization())
                .query(Integer.class)
                .single();
    }

    private static void requireManager(Viewer viewer) {
        viewer.require(viewer.isMember() && viewer.has(Role.MANAGER));
    }
}
