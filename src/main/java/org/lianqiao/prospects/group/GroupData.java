package org.lianqiao.prospects.group;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts of enterprises that were asked and have not answered; the answer takes them away. */
@Component
@RequiredArgsConstructor
class GroupData implements PersonalData {
    private static final String THEIRS =
            " m.reach <> '' and ((:phone <> '' and lower(m.reach) = :phone) or (:email <> '' and lower(m.reach) = :email))";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return jdbc.sql(
                        "select m.*, g.sent_at from prospect_group_member m join prospect_group g on g.id = m.group_id where"
                                + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .query((row, n) -> new Held(
                        "group",
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Held.known(row.getString("contact_name"), row.getString("reach")),
                        choices.text("LeadSource.ASSOCIATION"),
                        null,
                        row.getObject("sent_at", OffsetDateTime.class),
                        Fate.ERASABLE))
                .list();
    }

    @Override
    public int forget(Person person) {
        return jdbc.sql("update prospect_group_member m set contact_name = '', reach = '' where" + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
    }
}
