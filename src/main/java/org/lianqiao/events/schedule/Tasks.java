package org.lianqiao.events.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.scheduling.Guest;
import org.lianqiao.events.scheduling.Problem;
import org.lianqiao.events.scheduling.Wish;
import org.lianqiao.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the scheduler's problem from what guests wish and the hosts insist on. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Tasks {
    private static final String WANTED = """
            with wish as (
                select least(w.from_guest, w.to_guest) as first, greatest(w.from_guest, w.to_guest) as second,
                       sum(case w.kind when 'MUST' then 5 when 'WOULD' then 2 end) * count(*) as weight,
                       bool_or(w.kind = 'RATHER_NOT') as apart
                  from event_wish w join event_guest f on f.id = w.from_guest and f.state = 'CONFIRMED'
                  join event_guest t on t.id = w.to_guest and t.state = 'CONFIRMED'
                 where w.event_id = :event group by 1, 2
            ), pin as (
                select p.* from event_pin p join event_guest f on f.id = p.first_guest and f.state = 'CONFIRMED'
                  join event_guest t on t.id = p.second_guest and t.state = 'CONFIRMED' where p.event_id = :event
            )
            select coalesce(w.first, p.first_guest) as first, coalesce(w.second, p.second_guest) as second,
                   coalesce(w.weight, 2)::int as weight, p.slot_id as pinned
              from wish w full join pin p on p.first_guest = w.first and p.second_guest = w.second
             where ((p.first_guest is not null and p.slot_id is not null) or (p.first_guest is null and not w.apart))
            """;

    private final JdbcClient jdbc;

    /** A pair's wish as the schedule needs it; nothing says who would rather not. */
    private record Wanted(
            UUID first, UUID second, int weight, @Nullable UUID pinned) {}

    private record Absence(UUID guest, String kind, int slot) {}

    /**
     * A must is worth 5, a would 2; what both want counts double. A "rather not" of either, or the hosts' word, keeps a
     * pair apart; a pair that the hosts pinned meets without having wished.
     *
     * @throws Refused where the event has no slots or tables, or nobody wishes anything
     */
    Task of(UUID event) {
        var wanted = jdbc.sql(WANTED + " order by 1, 2")
                .param("event", event)
                .query(Wanted.class)
                .list();
        if (wanted.isEmpty()) throw new Refused("events.schedule.noWishes");
        return task(event, wanted);
    }

    /** The wishes of a schedule as it stands, to mend it. */
    Task of(UUID event, UUID schedule) {
        return task(event, standing(schedule));
    }

    /** The same, and what this guest and others wish of each other that it does not have yet: behind the others. */
    Task joinedBy(UUID guest, UUID event, UUID schedule) {
        var wanted = new ArrayList<>(standing(schedule));
        wanted.addAll(jdbc.sql("select * from (" + WANTED + """
                ) w where :guest in (w.first, w.second) and not exists (select from event_meeting m
                     where m.schedule_id = :schedule and m.first_guest = w.first and m.second_guest = w.second)
                 order by 1, 2
                """)
                .param("event", event)
                .param("schedule", schedule)
                .param("guest", guest)
                .query(Wanted.class)
                .list());
        return task(event, wanted);
    }

    private List<Wanted> standing(UUID schedule) {
        return jdbc.sql("""
                select first_guest as first, second_guest as second, weight, case when pinned then slot_id end as pinned
                  from event_meeting where schedule_id = ? order by first_guest, second_guest
                """).param(schedule).query(Wanted.class).list();
    }

    private Task task(UUID event, List<Wanted> wanted) {
        var slots = ids("select id from event_slot where event_id = ? order by position", event);
        var tables = ids("select id from event_table where event_id = ? order by position", event);
        if (slots.isEmpty() || tables.isEmpty()) throw new Refused("events.schedule.noTables");
        if (slots.size() > Problem.MOST_SLOTS) throw new Refused("events.schedule.manySlots", Problem.MOST_SLOTS);
        var guests = new LinkedHashMap<UUID, Integer>();
        for (var w : wanted) {
            guests.putIfAbsent(w.first, guests.size());
            guests.putIfAbsent(w.second, guests.size());
        }
        var slotAt = Task.places(slots);
        var wishes = new ArrayList<Wish>();
        for (var w : wanted) {
            var wish = new Wish(place(guests, w.first), place(guests, w.second), w.weight);
            wishes.add(w.pinned == null ? wish : wish.pinnedTo(place(slotAt, w.pinned)));
        }
        var problem = Problem.of(slots.size(), tables.size(), people(event, guests), wishes);
        for (var lost :
                ids("select id from event_table where event_id = ? and lost_at is not null order by position", event))
            problem = problem.withoutTable(tables.indexOf(lost), 0);
        return new Task(
                problem,
                List.copyOf(guests.keySet()),
                slots,
                tables,
                wanted.stream().map(w -> Task.Pair.of(w.first, w.second)).toList());
    }

    private static int place(Map<UUID, Integer> places, UUID id) {
        return places.getOrDefault(id, Wish.NOWHERE);
    }

    private List<Guest> people(UUID event, Map<UUID, Integer> places) {
        var people = new ArrayList<Guest>();
        for (int i = 0; i < places.size(); i++) people.add(new Guest());
        jdbc.sql("""
                select a.guest_id as guest, a.kind, a.slot from event_absence a join event_guest g on g.id = a.guest_id
                 where g.event_id = ?
                """).param(event).query(Absence.class).list().forEach(a -> {
            var place = places.get(a.guest);
            if (place != null) people.set(place, new Guest(there(a), 1));
        });
        for (var gone : ids("select id from event_guest where event_id = ? and state <> 'CONFIRMED'", event)) {
            var place = places.get(gone);
            if (place != null) people.set(place, new Guest(0, 0));
        }
        return people;
    }

    private static long there(Absence absence) {
        long before = (1L << absence.slot) - 1;
        return absence.kind.equals("LATE") ? ~before : before;
    }

    private List<UUID> ids(String sql, UUID event) {
        return jdbc.sql(sql).param(event).query(UUID.class).list();
    }
}
