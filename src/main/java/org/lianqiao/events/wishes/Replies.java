package org.lianqiao.events.wishes;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.events.guests.Meant;
import org.lianqiao.events.guests.RepliesTaken;
import org.lianqiao.events.guests.Reply;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Wishes from a sheet of replies. What a guest has chosen himself stays, and no guest wishes more than the event allows. */
@Component
@RequiredArgsConstructor
class Replies {
    private final JdbcClient jdbc;
    private final Guests guests;
    private final Clock clock;

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(RepliesTaken taken) {
        var live = guests.live(taken.event());
        var meant = new Meant<>(live.stream()
                .map(g -> new Meant.Named<>(g, g.badge(), g.organization(), g.name()))
                .toList());
        for (var reply : taken.replies())
            from(live, reply)
                    .forEach(me -> meant.find(reply.whom())
                            .filter(other -> !other.organization().equals(me.organization()))
                            .ifPresent(other -> keep(taken.event(), me, other.id(), reply.must())));
    }

    private static List<Guest> from(List<Guest> live, Reply reply) {
        return live.stream().filter(g -> g.phone().equals(reply.phone())).toList();
    }

    private void keep(UUID event, Guest me, UUID other, boolean must) {
        jdbc.sql("""
                insert into event_wish (event_id, from_guest, to_guest, kind, wished_at)
                select :event, :me, :other, :kind, :now from event e
                 where e.id = :event and (e.most_meetings is null or e.most_meetings >
                       (select count(*) from event_wish w where w.from_guest = :me and w.kind <> 'RATHER_NOT'))
                on conflict (from_guest, to_guest) do nothing
                """)
                .param("event", event)
                .param("me", me.id())
                .param("other", other)
                .param("kind", must ? WishKind.MUST.name() : WishKind.WOULD.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
