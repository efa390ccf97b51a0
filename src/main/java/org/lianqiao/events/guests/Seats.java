package org.lianqiao.events.guests;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.SeatsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats are given one by one, each by a guarded update of the event's row, which also holds everybody else until the
 * transaction ends; the database checks that no more are given than there are.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Seats {
    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final GuestMail mail;
    private final Clock clock;

    /** Who changes guests of an event waits here for the others, so that nobody waits for a seat that is free. */
    void hold(UUID event) {
        jdbc.sql("select id from event where id = ? for update")
                .param(event)
                .query(UUID.class)
                .single();
    }

    /** @return whether there was one */
    boolean take(UUID event) {
        return jdbc.sql("""
                update event set seats_taken = seats_taken + 1
                 where id = ? and (capacity is null or seats_taken < capacity)
                """).param(event).update() == 1;
    }

    /** Gives it back, and to whom has waited longest. */
    void free(UUID event) {
        jdbc.sql("update event set seats_taken = seats_taken - 1 where id = ?")
                .param(event)
                .update();
        moveUp(event);
    }

    @EventListener
    void moveUp(SeatsChanged changed) {
        hold(changed.event());
        moveUp(changed.event());
    }

    private void moveUp(UUID event) {
        for (var next = longestWaiting(event); next.isPresent() && take(event); next = longestWaiting(event)) {
            jdbc.sql("update event_guest set state = 'CONFIRMED', waiting_since = null, decided_at = ? where id = ?")
                    .params(OffsetDateTime.now(clock), next.get().id())
                    .update();
            mail.tell(GuestMail.What.MOVED_UP, next.get(), finder.linked(event));
        }
    }

    private Optional<Guest> longestWaiting(UUID event) {
        return jdbc.sql("""
                select * from event_guest where event_id = ? and state = 'WAITING' order by waiting_since, number limit 1
                """).param(event).query((row, n) -> Guest.of(row)).optional();
    }
}
