package org.lianqiao.events.guests;

import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds confirmed guests, each once, of what begins within a day and a half. */
@Component
@RequiredArgsConstructor
class Reminders {
    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final GuestMail mail;

    /** @return how many were reminded now */
    @Transactional
    int remind() {
        var reminded = jdbc.sql("""
                update event_guest g set reminded_at = now() from event e
                 where e.id = g.event_id and e.published and e.starts_at between now() and now() + interval '36 hours'
                   and g.state = 'CONFIRMED' and g.reminded_at is null returning g.*
                """).query((row, n) -> Guest.of(row)).list();
        for (var guest : reminded) mail.tell(GuestMail.What.REMINDER, guest, finder.linked(guest.event()));
        return reminded.size();
    }
}
