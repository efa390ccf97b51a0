package org.lianqiao.organizations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts that organisations and offices keep of a person, each with its source and the day of notice. */
@Component
@RequiredArgsConstructor
class ContactData implements PersonalData {
    private static final String THEIRS =
            " c.erased_at is null and ((:phone <> '' and c.phone = :phone) or (:email <> '' and lower(c.email) = :email))";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return jdbc.sql("""
                select c.*, o.name as organization from contact c join organization o on o.id = c.organization_id where %s
                 order by c.created_at
                """.formatted(THEIRS))
                .param("phone", person.phone())
                .param("email", person.email())
                .query((row, n) -> new Held(
                        "contact",
                        row.getObject("id", UUID.class),
                        row.getString("organization"),
                        Held.known(
                                row.getString("name"),
                                row.getString("title"),
                                row.getString("phone"),
                                row.getString("email")),
                        choices.text("ContactSource." + row.getString("source")),
                        row.getObject("noticed_on", LocalDate.class),
                        row.getObject("created_at", OffsetDateTime.class),
                        Fate.ERASABLE))
                .list();
    }

    @Override
    public int forget(Person person) {
        return jdbc.sql("""
                update contact c set name = '—', title = '', phone = '', email = '', source_note = '', erased_at = now(),
                    version = version + 1 where %s
                """.formatted(THEIRS))
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
    }
}
