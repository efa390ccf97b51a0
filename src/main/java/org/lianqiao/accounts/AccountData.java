package org.lianqiao.accounts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's account, and what was written when an organisation asked to be let in or a person to join one. */
@Component
@RequiredArgsConstructor
class AccountData implements PersonalData {
    private static final String ACCOUNT =
            " (a.id = cast(:account as uuid) or (:phone <> '' and a.phone = :phone) or (:email <> '' and lower(a.email) = :email))";
    private static final String REGISTRATION =
            " ((:phone <> '' and r.contact_phone = :phone) or (:email <> '' and lower(r.contact_email) = :email))";
    private static final String JOINING =
            " ((:phone <> '' and j.phone = :phone) or (:email <> '' and lower(j.email) = :email))";
    private static final String OPEN = "('SUBMITTED', 'RETURNED')";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        var held = new ArrayList<Held>();
        held.addAll(sql("select a.* from account a where" + ACCOUNT, person)
                .query((row, n) -> new Held(
                        "account",
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        Held.known(row.getString("name"), row.getString("phone"), row.getString("email")),
                        choices.text("PersonalData.own"),
                        day(row.getObject("created_at", OffsetDateTime.class)),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getString("status").equals("ENDED") ? Fate.ERASABLE : Fate.IN_USE))
                .list());
        held.addAll(sql("select r.* from registration r where" + REGISTRATION + " order by r.created_at", person)
                .query((row, n) -> new Held(
                        "registration",
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Held.known(
                                row.getString("contact_name"),
                                row.getString("contact_title"),
                                row.getString("contact_phone"),
                                row.getString("contact_email")),
                        choices.text("PersonalData.own"),
                        day(row.getObject("created_at", OffsetDateTime.class)),
                        row.getObject("created_at", OffsetDateTime.class),
                        List.of("SUBMITTED", "RETURNED").contains(row.getString("state"))
                                ? Fate.IN_USE
                                : Fate.ERASABLE))
                .list());
        held.addAll(sql("""
                        select j.*, o.name as organization from join_request j join organization o on o.id = j.organization_id where
                        """ + JOINING + " order by j.asked_at", person)
                .query((row, n) -> new Held(
                        "membership",
                        row.getObject("id", UUID.class),
                        row.getString("organization"),
                        Held.known(row.getString("name"), row.getString("phone"), row.getString("email")),
                        choices.text("PersonalData.own"),
                        day(row.getObject("asked_at", OffsetDateTime.class)),
                        row.getObject("asked_at", OffsetDateTime.class),
                        row.getString("state").equals("WAITING") ? Fate.IN_USE : Fate.ERASABLE))
                .list());
        return held;
    }

    /** An account in use is ended first; its name then stays in nothing but the audit. */
    @Override
    public int forget(Person person) {
        return sql(
                                "update account a set name = '—', login = 'erased-' || a.id, phone = '', email = '', password_hash = null,"
                                        + " version = version + 1 where a.status = 'ENDED' and" + ACCOUNT,
                                person)
                        .update()
                + sql(
                                "update registration r set contact_name = '—', contact_title = '', contact_phone = '', contact_email = '',"
                                        + " confirmed_target = null, password_hash = null, version = version + 1"
                                        + " where r.state not in " + OPEN + " and" + REGISTRATION,
                                person)
                        .update()
                + sql(
                                "update join_request j set name = '—', phone = '', email = 'erased-' || j.id, password_hash = '', reason = ''"
                                        + " where j.state <> 'WAITING' and" + JOINING,
                                person)
                        .update();
    }

    private JdbcClient.StatementSpec sql(String sql, Person person) {
        var statement = jdbc.sql(sql).param("phone", person.phone()).param("email", person.email());
        return sql.contains(":account")
                ? statement.param(
                        "account",
                        person.account() == null ? null : person.account().toString())
                : statement;
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(org.lianqiao.shared.Time.ZONE).toLocalDate();
    }
}
