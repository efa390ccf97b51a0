package org.lianqiao.events.guests;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guests for the other parts of an event: the door, wishes, the schedule. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Guests {
    private final JdbcClient jdbc;

    /** @throws NotFound where the event has no such guest */
    public Guest get(UUID event, UUID guest) {
        return select(
                        "g.event_id = :event and g.id = :guest",
                        sql -> sql.param("event", event).param("guest", guest))
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Everybody who comes, in the order of their numbers. */
    public List<Guest> confirmed(UUID event) {
        return select(
                "g.event_id = :event and g.state = 'CONFIRMED' order by g.number", sql -> sql.param("event", event));
    }

    /** Everybody who comes or may still come. */
    public List<Guest> live(UUID event) {
        return select(
                "g.event_id = :event and g.state not in ('REJECTED', 'CANCELLED') order by g.number",
                sql -> sql.param("event", event));
    }

    /** @param where a condition on {@code event_guest g}, with order and limit; its values are set by the second one */
    public List<Guest> select(String where, UnaryOperator<JdbcClient.StatementSpec> values) {
        return values.apply(jdbc.sql("select g.* from event_guest g where " + where))
                .query((row, n) -> Guest.of(row))
                .list();
    }
}
