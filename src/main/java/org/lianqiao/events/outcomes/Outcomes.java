package org.lianqiao.events.outcomes;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each of the two says of their meeting. */
@Service
@RequiredArgsConstructor
class Outcomes {
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws NotFound where the two have no meeting; Refused where it has not begun */
    @Transactional
    Pair tell(Guest guest, EventBrief event, UUID other, Told told, String nextStep) {
        var pair = pair(guest, event, other);
        if (LocalDateTime.now(clock).isBefore(pair.starts())) throw new Refused("events.outcome.early");
        if (nextStep.codePointCount(0, nextStep.length()) > LONGEST) throw new Refused("events.outcome.long", LONGEST);
        jdbc.sql("""
                insert into event_outcome (event_id, first_guest, second_guest, by_guest, outcome, next_step, told_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (first_guest, second_guest, by_guest)
                    do update set outcome = excluded.outcome, next_step = excluded.next_step, told_at = excluded.told_at
                """)
                .params(
                        event.id(),
                        pair.first(),
                        pair.second(),
                        guest.id(),
                        told.name(),
                        nextStep,
                        OffsetDateTime.now(clock))
                .update();
        return pair;
    }

    private Pair pair(Guest guest, EventBrief event, UUID other) {
        return jdbc.sql("""
                select m.first_guest as first, m.second_guest as second, (s.starts_at at time zone 'Asia/Shanghai') as starts, t.label as table
                  from event_schedule h join event_meeting m on m.schedule_id = h.id join event_slot s on s.id = m.slot_id
                  join event_table t on t.id = m.table_id
                 where h.event_id = :event and h.state = 'PUBLISHED' and (m.first_guest, m.second_guest) in ((:me, :other), (:other, :me))
                """)
                .param("event", event.id())
                .param("me", guest.id())
                .param("other", other)
                .query(Pair.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
