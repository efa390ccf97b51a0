package org.lianqiao.notifications;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail and short messages to a person: the latest hundred are listed, all are forgotten. */
@Component
@RequiredArgsConstructor
class MessageData implements PersonalData {
    private static final String THEIRS = " from outbox_message where recipient <> '' and recipient in (:phone, :email)";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return jdbc.sql("select id, subject, recipient, created_at" + THEIRS + " order by created_at desc limit 100")
                .param("phone", person.phone())
                .param("email", person.email())
                .query((row, n) -> new Held(
                        "message",
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Held.known(row.getString(3)),
                        choices.text("PersonalData.sent"),
                        row.getObject(4, OffsetDateTime.class)
                                .atZoneSameInstant(Time.ZONE)
                                .toLocalDate(),
                        row.getObject(4, OffsetDateTime.class),
                        Fate.ERASABLE))
                .list();
    }

    @Override
    public int forget(Person person) {
        return jdbc.sql("delete" + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
    }
}
