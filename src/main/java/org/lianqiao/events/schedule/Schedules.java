package org.lianqiao.events.schedule;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.GuestGone;
import org.lianqiao.events.guests.GuestMail;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.events.scheduling.Explanation;
import org.lianqiao.events.scheduling.Problem;
import org.lianqiao.events.scheduling.Schedule;
import org.lianqiao.events.scheduling.Unheld;
import org.lianqiao.events.scheduling.Value;
import org.lianqiao.events.scheduling.Wish;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps schedules. At most one of an event is computed at a time and at most one is published, by unique indexes; who
 * publishes names the schedule that he saw published, so that of two organisers the second learns of the first.
 */
@Service
@RequiredArgsConstructor
class Schedules {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final EventFinder finder;
    private final Guests guests;
    private final GuestMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @throws Refused where one is being computed; one whose computer fell silent half a minute ago is given up */
    @Transactional
    UUID begin(UUID event, Viewer officer) {
        var at = finder.hosted(event, officer);
        hold(event);
        jdbc.sql("""
                update event_schedule set state = 'FAILED', finished_at = now(), problems = '{events.schedule.silent}'
                 where event_id = ? and state = 'COMPUTING' and told_at < ?
                """).params(event, now().minusSeconds(30)).update();
        var id = Ids.next();
        int begun = jdbc.sql("""
                insert into event_schedule (id, event_id, number, state, started_at, started_by, told_at)
                select :id, :event, coalesce(max(number), 0) + 1, 'COMPUTING', :now, :by, :now from event_schedule
                 where event_id = :event
                on conflict (event_id) where state = 'COMPUTING' do nothing
                """)
                .param("id", id)
                .param("event", event)
                .param("now", now())
                .param("by", officer.account())
                .update();
        if (begun == 0) throw new Refused("events.schedule.computing");
        events.publishEvent(new Recorded(officer, "event.computeSchedule", "event", event, at.number()));
        return id;
    }

    /** What is best so far, for the page that waits. */
    @Transactional
    void tell(UUID schedule, Value value) {
        jdbc.sql("""
                update event_schedule set told_at = ?, weight = ?, missing = ?, breaks = ? where id = ? and state = 'COMPUTING'
                """)
                .params(now(), value.weight(), value.missing(), value.breaks(), schedule)
                .update();
    }

    /** Keeps what was found; nothing where it was given up meanwhile. */
    @Transactional
    void finish(UUID schedule, Task task, Schedule found) {
        int ready = jdbc.sql("""
                update event_schedule set state = 'READY', finished_at = ?, weight = ?, weight_bound = ?, missing = ?, breaks = ?,
                       breaks_bound = ?, table_changes = ? where id = ? and state = 'COMPUTING'
                """)
                .params(
                        now(),
                        found.value().weight(),
                        found.weightBound(),
                        found.value().missing(),
                        found.value().breaks(),
                        found.breaksBound(),
                        found.value().changes(),
                        schedule)
                .update();
        if (ready == 1) write(schedule, task, task.problem(), found);
    }

    /** @param problems why there is no schedule, as keys with what they name after a bar */
    @Transactional
    void fail(UUID schedule, List<String> problems) {
        jdbc.sql(
                        "update event_schedule set state = 'FAILED', finished_at = ?, problems = ? where id = ? and state = 'COMPUTING'")
                .params(now(), problems.toArray(String[]::new), schedule)
                .update();
    }

    /** In one batch: a repair is waited for. */
    private void write(UUID schedule, Task task, Problem problem, Schedule found) {
        var why = new HashMap<Integer, Unheld>();
        Explanation.of(problem, found).forEach(u -> why.put(u.wish(), u));
        var rows = new SqlParameterSource[task.pairs().size()];
        for (int w = 0; w < rows.length; w++)
            rows[w] = meeting(schedule, problem.wishes().get(w), task.pairs().get(w))
                    .addValue("slot", at(task.slots(), found.slots()[w]), Types.OTHER)
                    .addValue(
                            "table", found.slots()[w] < 0 ? null : task.tables().get(found.tables()[w]), Types.OTHER)
                    .addValue("cause", why.containsKey(w) ? why.get(w).cause().name() : null, Types.VARCHAR)
                    .addValue(
                            "instead", why.containsKey(w) ? blockers(why.get(w).guests(), task) : new UUID[0]);
        batch.batchUpdate("""
                insert into event_meeting (id, schedule_id, first_guest, second_guest, weight, pinned, slot_id, table_id, cause, instead)
                values (:id, :schedule, :first, :second, :weight, :pinned, :slot, :table, :cause, :instead)
                """, rows);
    }

    private static MapSqlParameterSource meeting(UUID schedule, Wish wish, Task.Pair pair) {
        return new MapSqlParameterSource("id", Ids.next())
                .addValue("schedule", schedule)
                .addValue("first", pair.first())
                .addValue("second", pair.second())
                .addValue("weight", wish.weight())
                .addValue("pinned", wish.pinned() >= 0);
    }

    private static @Nullable UUID at(List<UUID> ids, int place) {
        return place < 0 ? null : ids.get(place);
    }

    private static UUID[] blockers(List<Integer> places, Task task) {
        return places.stream().map(p -> task.guests().get(p)).toArray(UUID[]::new);
    }

    /**
     * @param seen the schedule that stood published on the officer's page; nothing where none did
     * @throws Refused where another was published meanwhile, or this one is not ready
     */
    @Transactional
    void publish(UUID event, UUID schedule, @Nullable UUID seen, Viewer officer) {
        var at = finder.hosted(event, officer);
        hold(event);
        if (!Objects.equals(published(event).orElse(null), seen))
            throw new Refused("events.schedule.publishedMeanwhile");
        replace(event);
        int published =
                jdbc.sql("""
                update event_schedule set state = 'PUBLISHED', published_at = ?, published_by = ?
                 where id = ? and event_id = ? and state = 'READY'
                """).params(now(), officer.account(), schedule, event).update();
        if (published == 0) throw new Refused("events.schedule.notReady");
        for (var guest : guests.select("""
                g.id in (select unnest(array[m.first_guest, m.second_guest]) from event_meeting m
                          where m.schedule_id = :schedule and m.slot_id is not null)
                """, sql -> sql.param("schedule", schedule)))
            mail.tell(GuestMail.What.SCHEDULE, guest, at);
        events.publishEvent(new Recorded(officer, "event.publishSchedule", "event", event, at.number()));
    }

    private void replace(UUID event) {
        jdbc.sql("update event_schedule set state = 'REPLACED' where event_id = ? and state = 'PUBLISHED'")
                .param(event)
                .update();
    }

    /** A mended schedule takes the place of the published one at once. */
    @Transactional
    UUID mended(UUID event, UUID before, Task task, Problem problem, Schedule found, String note, Viewer officer) {
        hold(event);
        if (!published(event).map(before::equals).orElse(false))
            throw new Refused("events.schedule.publishedMeanwhile");
        replace(event);
        var id = Ids.next();
        jdbc.sql("""
                insert into event_schedule (id, event_id, number, state, repairs, note, started_at, started_by, told_at, finished_at,
                    published_at, published_by, weight, weight_bound, missing, breaks, breaks_bound, table_changes)
                select :id, :event, max(number) + 1, 'PUBLISHED', :before, :note, :now, :by, :now, :now, :now, :by, :weight,
                       :weightBound, :missing, :breaks, :breaksBound, :changes from event_schedule where event_id = :event
                """)
                .param("id", id)
                .param("event", event)
                .param("before", before)
                .param("note", note)
                .param("now", now())
                .param("by", officer.account())
                .param("weight", found.value().weight())
                .param("weightBound", found.weightBound())
                .param("missing", found.value().missing())
                .param("breaks", found.value().breaks())
                .param("breaksBound", found.breaksBound())
                .param("changes", found.value().changes())
                .update();
        write(id, task, problem, found);
        return id;
    }

    @Transactional(readOnly = true)
    Optional<UUID> published(UUID event) {
        return jdbc.sql("select id from event_schedule where event_id = ? and state = 'PUBLISHED'")
                .param(event)
                .query(UUID.class)
                .optional();
    }

    /** Who cancels gives up his published meetings; nobody else's is touched, and whom he would have met is told. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveUp(GuestGone gone) {
        var others = jdbc.sql("""
                update event_meeting m set slot_id = null, table_id = null, cause = 'GONE', instead = array[:guest::uuid] from event_schedule h
                 where h.id = m.schedule_id and h.event_id = :event and h.state = 'PUBLISHED' and m.slot_id is not null
                   and :guest in (m.first_guest, m.second_guest)
                returning case when m.first_guest = :guest then m.second_guest else m.first_guest end
                """)
                .param("event", gone.event())
                .param("guest", gone.guest())
                .query(UUID.class)
                .list();
        var event = finder.linked(gone.event());
        for (var other : others) mail.tell(GuestMail.What.SCHEDULE_CHANGED, guests.get(gone.event(), other), event);
    }

    /** @param slot where they must meet; nothing where they must not meet; {@code free} takes the hosts' word back */
    @Transactional
    void pin(UUID event, UUID one, UUID other, @Nullable UUID slot, boolean free, Viewer officer) {
        var at = finder.hosted(event, officer);
        guests.get(event, one);
        guests.get(event, other);
        if (one.equals(other)) throw new NotFound();
        var pair = Task.Pair.of(one, other);
        jdbc.sql("delete from event_pin where first_guest = ? and second_guest = ?")
                .params(pair.first(), pair.second())
                .update();
        if (!free)
            jdbc.sql("""
                    insert into event_pin (event_id, first_guest, second_guest, slot_id, set_by, set_at)
                    select :event, :first, :second, s.id, :by, :now from (select cast(:slot as uuid) as wanted) w
                      left join event_slot s on s.id = w.wanted and s.event_id = :event
                    """)
                    .param("event", event)
                    .param("first", pair.first())
                    .param("second", pair.second())
                    .param("slot", slot, Types.OTHER)
                    .param("by", officer.account())
                    .param("now", now())
                    .update();
        events.publishEvent(new Recorded(
                officer, "event.pin", "event", event, at.number(), free ? "free" : slot == null ? "apart" : "pinned"));
    }

    private void hold(UUID event) {
        jdbc.sql("select id from event where id = ? for update")
                .param(event)
                .query(UUID.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
