package org.lianqiao.events.schedule;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestMail;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.events.scheduling.Effort;
import org.lianqiao.events.scheduling.Repair;
import org.lianqiao.events.scheduling.Schedule;
import org.lianqiao.events.scheduling.Scheduler;
import org.lianqiao.events.scheduling.Value;
import org.lianqiao.events.scheduling.Wish;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends the published schedule on the day: a guest does not come or comes late, a table is lost. Nothing changes in the
 * slot that is next to begin; of the later meetings as few as can be are moved; whom it touches is told.
 */
@Service
@RequiredArgsConstructor
class Mending {
    private static final double SECONDS = 1.0;
    private static final int MILLION = 1_000_000;

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Schedules schedules;
    private final Guests guests;
    private final GuestMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** How many meetings were moved, how many given up, how many guests were told, and how long it took. */
    record Done(int moved, int given, int told, long millis) {}

    /** Where a meeting stands. */
    private record Standing(
            UUID first,
            UUID second,
            @Nullable UUID slot,
            @Nullable UUID table) {}

    @Transactional
    Done mend(
            EventBrief event,
            String what,
            @Nullable UUID guest,
            @Nullable UUID table,
            @Nullable UUID from,
            Viewer officer) {
        long began = System.nanoTime();
        jdbc.sql("select id from event where id = ? for update")
                .param(event.id())
                .query(UUID.class)
                .single();
        var before = schedules.published(event.id()).orElseThrow(() -> new Refused("events.repair.nothing"));
        var task = tasks.of(event.id(), before);
        var standing = standing(before);
        var published = asPublished(task, standing);
        int next = nextSlot(task);
        if (next >= task.slots().size()) throw new Refused("events.repair.over");
        var repair = Repair.of(task.problem(), published, next);
        String note;
        switch (what) {
            case "NO_SHOW" -> note = absent(event, task, repair, guest, "NO_SHOW", next, officer);
            case "LATE" -> {
                int until = from == null ? -1 : task.slots().indexOf(from);
                if (until <= next) throw new Refused("events.repair.late");
                note = absent(event, task, repair, guest, "LATE", until, officer);
            }
            case "TABLE" -> note = lose(task, repair, table);
            default -> throw new Refused("events.repair.what");
        }
        var problem = repair.problem();
        var found = new Scheduler(problem).solve(Effort.seconds(SECONDS, 1));
        var mended = schedules.mended(event.id(), before, task, problem, found, note, officer);
        events.publishEvent(new Recorded(officer, "event.repair", "event", event.id(), event.number(), what));
        return tell(event, standing, standing(mended), (System.nanoTime() - began) / MILLION);
    }

    private String absent(
            EventBrief event, Task task, Repair repair, @Nullable UUID guest, String kind, int slot, Viewer officer) {
        if (guest == null) throw new Refused("events.repair.whom");
        Guest found = guests.get(event.id(), guest);
        int place = task.guests().indexOf(guest);
        if (place < 0) throw new Refused("events.repair.noMeetings");
        if (kind.equals("LATE")) repair.late(place, slot);
        else repair.absent(place);
        jdbc.sql("""
                insert into event_absence (guest_id, kind, slot, noted_at, noted_by) values (?, ?, ?, ?, ?)
                on conflict (guest_id) do update set kind = excluded.kind, slot = excluded.slot, noted_at = excluded.noted_at,
                    noted_by = excluded.noted_by
                """)
                .params(guest, kind, slot, OffsetDateTime.now(clock), officer.account())
                .update();
        return kind + "|" + found.badge() + " " + found.organization();
    }

    private String lose(Task task, Repair repair, @Nullable UUID table) {
        if (table == null) throw new Refused("events.repair.whichTable");
        int place = task.tables().indexOf(table);
        if (place < 0) throw new Refused("events.repair.whichTable");
        int lost = jdbc.sql("update event_table set lost_at = ? where id = ? and lost_at is null")
                .params(OffsetDateTime.now(clock), table)
                .update();
        if (lost == 0) throw new Refused("events.repair.lostBefore");
        repair.withoutTable(place);
        return "TABLE|"
                + jdbc.sql("select label from event_table where id = ?")
                        .param(table)
                        .query(String.class)
                        .single();
    }

    /** The first slot that has not begun, by place. */
    private int nextSlot(Task task) {
        var begun = jdbc.sql("select id from event_slot where id in (:ids) and starts_at <= :now")
                .param("ids", task.slots())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .list();
        int next = 0;
        for (int s = 0; s < task.slots().size(); s++)
            if (begun.contains(task.slots().get(s))) next = s + 1;
        return next;
    }

    private List<Standing> standing(UUID schedule) {
        return jdbc.sql("""
                select first_guest as first, second_guest as second, slot_id as slot, table_id as table from event_meeting
                 where schedule_id = ? order by first_guest, second_guest
                """).param(schedule).query(Standing.class).list();
    }

    private static Schedule asPublished(Task task, List<Standing> standing) {
        var slotAt = Task.places(task.slots());
        var tableAt = Task.places(task.tables());
        var slots = new int[standing.size()];
        var tables = new int[standing.size()];
        for (int w = 0; w < slots.length; w++) {
            slots[w] = place(slotAt, standing.get(w).slot);
            tables[w] = place(tableAt, standing.get(w).table);
        }
        return new Schedule(slots, tables, new Value(0, 0, 0, 0, 0, 0), 0, 0, 0);
    }

    private static int place(java.util.Map<UUID, Integer> places, @Nullable UUID id) {
        return id == null ? Wish.NOWHERE : places.getOrDefault(id, Wish.NOWHERE);
    }

    /** Tells each guest of whose meetings one is elsewhere, new or gone. */
    private Done tell(EventBrief event, List<Standing> before, List<Standing> after, long millis) {
        int moved = 0;
        int given = 0;
        Set<UUID> touched = new HashSet<>();
        for (int w = 0; w < before.size(); w++) {
            var was = before.get(w);
            var is = after.get(w);
            if (was.equals(is)) continue;
            if (was.slot != null && is.slot == null) given++;
            else if (was.slot != null) moved++;
            touched.add(was.first);
            touched.add(was.second);
        }
        var told = new ArrayList<>(touched);
        for (var id : told) mail.tell(GuestMail.What.SCHEDULE_CHANGED, guests.get(event.id(), id), event);
        return new Done(moved, given, told.size(), millis);
    }
}
