package org.lianqiao.administration.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites people into offices and other organisations: they follow a link and choose their own password. */
@Service
@RequiredArgsConstructor
class PersonInvitations {
    private static final int USUAL_DAYS = 7;
    private static final String MAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}";

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    @Value("${lianqiao.base-url:http://localhost:8080}")
    private final String baseUrl;

    /** Where somebody is invited to. */
    record Place(UUID id, String name, OrganizationKind kind, boolean operator) {
        List<Role> allowed() {
            return AllowedRoles.in(kind, operator);
        }
    }

    record Open(
            UUID id, String name, String target, UUID organizationId, String organization, OffsetDateTime expiresAt) {}

    /** @return the link that the invited person follows; shown once, only its digest is kept */
    @Transactional
    String send(InvitationForm form, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        var place = place(form.organization())
                .orElseThrow(() -> Refused.at("organization", "administration.invitation.required.organization"));
        if (!place.allowed().containsAll(form.roles())) throw Refused.at("roles", "administration.account.roles.kind");
        if (AllowedRoles.clash(form.roles())) throw Refused.at("roles", "administration.account.roles.separate");
        var target = target(form.target());
        requireNew(target, place, form);
        var id = Ids.next();
        var token = Tokens.next();
        int days = settings.number("invitations.days", USUAL_DAYS);
        jdbc.sql("""
                insert into invitation (id, organization_id, name, target, roles, token_hash, invited_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, now(), now() + make_interval(days => ?))
                """)
                .params(
                        id,
                        place.id,
                        form.name(),
                        target,
                        form.roles().stream().map(Enum::name).toArray(String[]::new),
                        Tokens.digest(token),
                        by.account(),
                        days)
                .update();
        var link = baseUrl + "/invitations/" + token;
        events.publishEvent(Message.to(
                target,
                choices.text("administration.invitation.subject", place.name),
                choices.text("administration.invitation.body", form.name(), place.name, link, days)));
        events.publishEvent(new Recorded(
                by,
                "invitation.send",
                "invitation",
                id,
                place.name,
                form.name() + "："
                        + form.roles().stream().sorted().map(choices::label).collect(Collectors.joining("、"))));
        return link;
    }

    @Transactional
    void revoke(UUID id, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        var name = jdbc.sql("""
                update invitation set revoked_at = now() where id = ? and accepted_at is null and revoked_at is null returning name
                """).param(id).query(String.class).optional().orElseThrow(NotFound::new);
        events.publishEvent(new Recorded(by, "invitation.revoke", "invitation", id, name));
    }

    /** Invitations that nobody has followed yet. */
    @Transactional(readOnly = true)
    List<Open> open() {
        return jdbc.sql("""
                select i.id, i.name, i.target, i.organization_id, o.name as organization, i.expires_at
                  from invitation i join organization o on o.id = i.organization_id
                 where i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
                 order by i.created_at desc limit 50
                """)
                .query((row, n) -> new Open(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        masked(row.getString(3)),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class)))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Place> place(@org.jspecify.annotations.Nullable UUID organization) {
        if (organization == null) return Optional.empty();
        return jdbc.sql("""
                select id, name, kind, platform_role is not null from organization where id = ? and status = 'REGISTERED'
                """).param(organization).query((row, n) -> place(row)).optional();
    }

    /** The offices, their departments and the operator; other organisations are reached from their own pages. */
    @Transactional(readOnly = true)
    List<Option> places() {
        return jdbc.sql("""
                select id::text as value, name as label from organization
                 where kind in ('OFFICE', 'DEPARTMENT') and status = 'REGISTERED' order by platform_role, kind desc, name
                """).query(Option.class).list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject(1, UUID.class),
                row.getString(2),
                OrganizationKind.valueOf(row.getString(3)),
                row.getBoolean(4));
    }

    private static String target(String typed) {
        if (typed.contains("@")) {
            var mail = typed.toLowerCase(Locale.ROOT);
            if (!mail.matches(MAIL)) throw Refused.at("target", "administration.invitation.required.target");
            return mail;
        }
        return Phones.parse(typed).orElseThrow(() -> Refused.at("target", "administration.invitation.required.target"));
    }

    /** Who is there already needs no invitation; who administers elsewhere is not invited to a clashing role. */
    private void requireNew(String target, Place place, InvitationForm form) {
        record Known(boolean here, String[] roles) {}
        var known = jdbc.sql("""
                select exists (select from membership m where m.account_id = a.id and m.organization_id = :place and m.ended_at is null),
                       array(select r.role from membership m join membership_role r on r.membership_id = m.id
                          where m.account_id = a.id and m.ended_at is null)
                  from account a where (a.phone = :target or lower(a.email) = :target or a.login = :target) and a.status <> 'ENDED' limit 1
                """)
                .param("place", place.id)
                .param("target", target)
                .query((row, n) -> new Known(row.getBoolean(1), (String[])
                        Objects.requireNonNull(row.getArray(2)).getArray()))
                .optional();
        if (known.isEmpty()) return;
        if (known.get().here) throw Refused.at("target", "administration.invitation.here");
        var together = new java.util.HashSet<>(form.roles());
        for (var role : known.get().roles) together.add(Role.valueOf(role));
        if (AllowedRoles.clash(together)) throw Refused.at("roles", "administration.account.roles.separate");
    }

    private static String masked(String target) {
        return target.contains("@") ? Masked.email(target) : Masked.phone(target);
    }
}
