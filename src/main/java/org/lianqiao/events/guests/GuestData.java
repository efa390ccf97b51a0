package org.lianqiao.events.guests;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guests of events. Before an event ends the hosts need to know who comes; afterwards name and numbers can go. */
@Component
@RequiredArgsConstructor
class GuestData implements PersonalData {
    private static final String THEIRS =
            " ((:phone <> '' and g.phone = :phone) or (:email <> '' and lower(g.email) = :email))";
    private static final String DONE = " (g.state in ('REJECTED', 'CANCELLED') or e.ends_at < now())";

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return jdbc.sql("select g.*, e.number as event_number," + DONE
                        + " as done from event_guest g join event e on e.id = g.event_id where" + THEIRS
                        + " order by g.registered_at")
                .param("phone", person.phone())
                .param("email", person.email())
                .query((row, n) -> new Held(
                        "event",
                        row.getObject("event_id", UUID.class),
                        row.getString("event_number"),
                        Held.known(row.getString("name"), row.getString("phone"), row.getString("email")),
                        choices.text("PersonalData.own"),
                        row.getObject("registered_at", OffsetDateTime.class)
                                .atZoneSameInstant(Time.ZONE)
                                .toLocalDate(),
                        row.getObject("registered_at", OffsetDateTime.class),
                        row.getBoolean("done") ? Fate.ERASABLE : Fate.IN_USE))
                .list();
    }

    @Override
    public int forget(Person person) {
        jdbc.sql("delete from event_guest_change c using event_guest g join event e on e.id = g.event_id"
                        + " where c.guest_id = g.id and" + DONE + " and" + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
        return jdbc.sql(
                        "update event_guest g set name = '—', phone = 'erased-' || g.id, email = '', version = g.version + 1"
                                + " from event e where e.id = g.event_id and" + DONE + " and" + THEIRS)
                .param("phone", person.phone())
                .param("email", person.email())
                .update();
    }
}
