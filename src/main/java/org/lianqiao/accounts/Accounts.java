package org.lianqiao.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the own account. */
@Service
@RequiredArgsConstructor
class Accounts {
    private static final String PURPOSE = "ACCOUNT";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Sessions sessions;
    private final SignInGuard guard;
    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    AccountPage page(Viewer viewer, String session) {
        var me = viewer.account();
        return jdbc.sql(
                        "select name, login, phone, email, created_at, credentials_changed_at from account where id = ?")
                .param(me)
                .query((row, n) -> new AccountPage(
                        text(row.getString(1)),
                        text(row.getString(2)),
                        text(row.getString(3)),
                        text(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class),
                        row.getObject(6, OffsetDateTime.class),
                        ties(me),
                        consents(me),
                        sessions.of(me, session)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<AccountPage.Tie> ties(UUID me) {
        return jdbc.sql("""
                select m.id, o.name, array(select r.role from membership_role r where r.membership_id = m.id order by r.role),
                       m.started_at, a.current_membership_id = m.id
                  from membership m join organization o on o.id = m.organization_id join account a on a.id = m.account_id
                 where m.account_id = ? and m.ended_at is null order by m.started_at
                """).param(me).query((row, n) -> tie(row)).list();
    }

    private static AccountPage.Tie tie(ResultSet row) throws SQLException {
        return new AccountPage.Tie(
                row.getObject(1, UUID.class),
                text(row.getString(2)),
                Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(Role::valueOf)
                        .toList(),
                row.getObject(4, OffsetDateTime.class),
                row.getBoolean(5));
    }

    private List<AccountPage.Consent> consents(UUID me) {
        return jdbc.sql("""
                select c.purpose, c.notice_version as version, coalesce(o.name, '') as organization, c.given_at, c.withdrawn_at
                  from consent c left join organization o on o.id = c.organization_id
                 where c.given_by_account = ? order by c.given_at desc limit 100
                """).param(me).query(AccountPage.Consent.class).list();
    }

    @Transactional
    void rename(String name, Viewer viewer) {
        jdbc.sql("update account set name = ?, version = version + 1 where id = ?")
                .params(name, viewer.account())
                .update();
        events.publishEvent(new Recorded(viewer, "account.rename", "account", viewer.account(), name));
    }

    /** Sends a code to the new address, which proves that it is the person's. */
    @Transactional
    void reach(String typed, Viewer viewer) {
        codes.send(PURPOSE, Reach.parse(typed, "reach").value(), viewer.account());
    }

    /** @return false where the code is wrong: the try has to count, so that nothing is thrown */
    @Transactional
    boolean confirm(String code, Viewer viewer) {
        var target = codes.confirmed(PURPOSE, viewer.account(), code);
        if (target.isEmpty()) return false;
        var reach = new Reach(target.get());
        try {
            // Who signs in by the address that changes, signs in by the new one.
            jdbc.sql("update account set login = case when login = " + reach.column() + " then :reach else login end, "
                            + reach.column() + " = :reach, version = version + 1 where id = :me")
                    .param("reach", reach.value())
                    .param("me", viewer.account())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("accounts.reach.taken");
        }
        events.publishEvent(new Recorded(
                viewer, "account.reach", "account", viewer.account(), viewer.name(), Reach.masked(target.get())));
        return true;
    }

    /**
     * The old password is asked, a few times only; the other sessions end.
     *
     * @return false where the old one is wrong
     */
    @Transactional
    boolean password(String old, String fresh, String session, Viewer viewer) {
        var key = "password of " + viewer.account();
        if (guard.isLocked(key)) throw Refused.at("old", "accounts.password.locked");
        var known = jdbc.sql("select password_hash from account where id = ?")
                .param(viewer.account())
                .query(String.class)
                .single();
        if (!passwords.matches(old, known)) {
            guard.failed(key);
            return false;
        }
        guard.succeeded(key);
        jdbc.sql(
                        "update account set password_hash = ?, credentials_changed_at = now(), version = version + 1 where id = ?")
                .params(passwords.hash(fresh), viewer.account())
                .update();
        sessions.endOthers(viewer.account(), session);
        events.publishEvent(new Recorded(viewer, "password.change", "account", viewer.account(), viewer.name()));
        return true;
    }

    /** Acts for another of the person's organisations from now on; whoever signed in elsewhere signs in anew. */
    @Transactional
    void actFor(UUID membership, String session, Viewer viewer) {
        int chosen = jdbc.sql("""
                update account set current_membership_id = :membership, version = version + 1 where id = :me and exists (
                   select from membership where id = :membership and account_id = :me and ended_at is null)
                """)
                .param("membership", membership)
                .param("me", viewer.account())
                .update();
        if (chosen == 0) throw new NotFound();
        sessions.endOthers(viewer.account(), session);
        events.publishEvent(new Recorded(viewer, "account.switch", "membership", membership, viewer.name()));
    }

    /** All that the portal holds under this account, for its owner (PIPL art. 45). */
    @Transactional
    Map<String, Object> export(Viewer viewer) {
        var me = viewer.account();
        var all = new LinkedHashMap<String, Object>();
        all.put("account", jdbc.sql("""
                        select name, login, phone, email, status, to_json(created_at) #>> '{}' as created_at,
                               to_json(credentials_changed_at) #>> '{}' as password_changed_at from account where id = ?
                        """).param(me).query().singleRow());
        all.put("memberships", jdbc.sql("""
                select o.name as organization, to_json(m.started_at) #>> '{}' as started_at, to_json(m.ended_at) #>> '{}' as ended_at,
                       (select string_agg(r.role, ', ' order by r.role) from membership_role r where r.membership_id = m.id) as roles
                  from membership m join organization o on o.id = m.organization_id where m.account_id = ? order by m.started_at
                """).param(me).query().listOfRows());
        all.put("consents", jdbc.sql("""
                select purpose, notice_version, to_json(given_at) #>> '{}' as given_at, to_json(withdrawn_at) #>> '{}' as withdrawn_at
                  from consent where given_by_account = ? order by given_at
                """).param(me).query().listOfRows());
        all.put("contacts", jdbc.sql("""
                select o.name as organization, c.name, c.title, c.phone, c.email, c.source, c.source_note, c.noticed_on::text as noticed_on
                  from contact c join organization o on o.id = c.organization_id join account a on a.id = ?
                 where c.erased_at is null and ((a.phone <> '' and c.phone = a.phone) or (a.email <> '' and lower(c.email) = lower(a.email)))
                """).param(me).query().listOfRows());
        all.put("registrations", jdbc.sql("""
                select number, name as organization, contact_name, contact_title, contact_phone, contact_email, state,
                       to_json(created_at) #>> '{}' as created_at from registration where account_id = ? order by created_at
                """).param(me).query().listOfRows());
        events.publishEvent(new Recorded(viewer, "account.export", "account", me, viewer.name()));
        return all;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
