package org.lianqiao.intents;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contact person of intents. While an office works on one it is kept; afterwards it can be forgotten. */
@Component
@RequiredArgsConstructor
class IntentData implements PersonalData {
    private static final String THEIRS =
            " ((:phone <> '' and i.contact_phone = :phone) or (:email <> '' and lower(i.contact_email) = :email))";
    private static final String CLOSED = " i.state in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return jdbc.sql("select i.*," + CLOSED + " as closed from intent i where" + THEIRS + " order by i.created_at")
                .param("phone", person.phone())
                .param("email", person.email())
                .query((row, n) -> new Held(
                        "intent",
                        row.getObject("id", UUID.class),
                        java.util.Objects.toString(row.getString("number"), row.getString("enterprise_name")),
                        Held.known(
                                row.getString("contact_name"),
                                row.getString("contact_phone"),
                                row.getString("contact_email")),
                        choices.text("PersonalData.own"),
                        row.getObject("created_at", OffsetDateTime.class)
                                .atZoneSameInstant(Time.ZONE)
                                .toLocalDate(),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getBoolean("closed") ? Fate.ERASABLE : Fate.IN_USE))
                .list();
    }

    @Override
    public int forget(Person person) {
        return jdbc.sql(
                        "update intent i set contact_name = '—', contact_phone = '', contact_email = '', version = version + 1"
                                + " where" + CLOSED + " and" + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
    }
}
