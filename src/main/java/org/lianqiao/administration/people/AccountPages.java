package org.lianqiao.administration.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.Sessions;
import org.lianqiao.accounts.SignInGuard;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the security administrator sees of people: how to reach them only after a recorded look. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class AccountPages {
    private static final String MEMBERSHIPS = """
            select m.id, m.organization_id, o.name, o.kind, o.status, o.platform_role is not null as operator, m.started_at,
                   array(select r.role from membership_role r where r.membership_id = m.id) as roles
              from membership m join organization o on o.id = m.organization_id
             where m.account_id = ? and m.ended_at is null order by m.started_at
            """;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final SignInGuard guard;

    record Row(UUID id, String login, String name, AccountStatus status, String organizations, List<Role> roles) {}

    record Membership(
            UUID id,
            UUID organizationId,
            String organization,
            OrganizationKind kind,
            boolean operator,
            OffsetDateTime startedAt,
            List<Role> roles) {
        public List<Role> allowed() {
            return AllowedRoles.in(kind, operator);
        }
    }

    /** @param phone masked unless asked for */
    record Page(
            UUID id,
            String login,
            String name,
            String phone,
            String email,
            AccountStatus status,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime endedAt,
            boolean locked,
            int sessions,
            List<Membership> memberships) {}

    PageOf<Row> find(AccountFilter filter, Paging paging) {
        int total = jdbc.sql("select count(*) from (select 1 from account a where " + filter.where() + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(filter.values())
                .query(Integer.class)
                .single();
        var rows = jdbc.sql("""
                select a.id, a.login, a.name, a.status,
                       coalesce((select string_agg(o.name, '、' order by m.started_at) from membership m
                          join organization o on o.id = m.organization_id where m.account_id = a.id and m.ended_at is null), '') as organizations,
                       array(select distinct r.role from membership m join membership_role r on r.membership_id = m.id
                          where m.account_id = a.id and m.ended_at is null) as roles
                  from account a where %s order by a.created_at desc, a.id desc limit :size offset :offset
                """.formatted(filter.where()))
                .params(filter.values())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        shown(row.getString("login")),
                        row.getString("name"),
                        AccountStatus.valueOf(row.getString("status")),
                        row.getString("organizations"),
                        roles(row)))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    Optional<Page> find(UUID id, boolean masked) {
        return jdbc.sql("select * from account where id = ?")
                .param(id)
                .query((row, n) -> page(row, masked))
                .optional();
    }

    List<Membership> memberships(UUID account) {
        return jdbc.sql(MEMBERSHIPS)
                .param(account)
                .query((row, n) -> new Membership(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("name"),
                        OrganizationKind.valueOf(row.getString("kind")),
                        row.getBoolean("operator"),
                        row.getObject("started_at", OffsetDateTime.class),
                        roles(row)))
                .list();
    }

    /** The names under which the person may type the password. */
    static Stream<String> signInNames(Page account) {
        return Stream.of(account.login(), account.phone(), account.email().toLowerCase(java.util.Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    private Page page(ResultSet row, boolean masked) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var login = row.getString("login");
        var phone = row.getString("phone");
        var email = row.getString("email");
        boolean locked = Stream.of(login, phone, email.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(name -> !name.isEmpty() && guard.isLocked(name));
        return new Page(
                id,
                masked ? shown(login) : login,
                row.getString("name"),
                masked ? Masked.phone(phone) : phone,
                masked ? Masked.email(email) : email,
                AccountStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                locked,
                sessions.count(id),
                memberships(id));
    }

    /** A sign-in name that is a phone number or a mail address is masked as such. */
    private static String shown(String login) {
        if (login.contains("@")) return Masked.email(login);
        return login.matches("\\+?[0-9]{8,15}") ? Masked.phone(login) : login;
    }

    private static List<Role> roles(ResultSet row) throws SQLException {
        var names = (String[]) Objects.requireNonNull(row.getArray("roles")).getArray();
        return Arrays.stream(names).map(Role::valueOf).sorted().toList();
    }
}
