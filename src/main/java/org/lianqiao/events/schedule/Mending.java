package org.lianqiao.events.schedule;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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
 * Mends the published schedule on the day: a guest does not come, comes late or unexpected, a table is lost. Nothing changes in the
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

    /** How many meetings were moved, given up and added, how many guests were told, and how long it took. */
    record Done(int moved, int given, int added, int told, long millis) {}

    /** Where a meeting stands. */
    private record Standing(
            UUID first,
            UUID second,
            @Nullable UUID slot,
            @Nullable UUID table) {
        Task.Pair pair() {
            return new Task.Pair(first, second);
        }
    }

    /** @param was nothing where the pair is new */
    private record Change(@Nullable Standing was, Standing is) {
        boolean isOne() {
            return isNew() || isGivenUp() || isMoved();
        }

        boolean isNew() {
            return !wasHeld() && is.slot != null;
        }

        boolean isGivenUp() {
            return wasHeld() && is.slot == null;
        }

        boolean isMoved() {
            return wasHeld() && is.slot != null && !is.equals(was);
        }

        private boolean wasHeld() {
            return was != null && was.slot != null;
        }
    }

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
        boolean joins = what.equals("JOIN");
        if (joins) isBack(guest);
        var task = joins && guest != null ? tasks.joinedBy(guest, event.id(), before) : tasks.of(event.id(), before);
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
            case "JOIN" -> note = join(event, task, repair, guest);
            case "TABLE" -> note = lose(task, repair, table);
            default -> throw new Refused("events.repair.what");
        }
        var problem = repair.problem();
        var found = new Scheduler(problem).solve(Effort.seconds(SECONDS, 1));
        var mended = schedules.mended(event.id(), before, task, problem, found, note, officer);
        events.publishEvent(new Recorded(officer, "event.repair", "event", event.id(), event.number(), what));
        return tell(event, standing, standing(mended), began);
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

    /** Who was noted as absent or late is there. */
    private void isBack(@Nullable UUID guest) {
        jdbc.sql("delete from event_absence where guest_id = :guest")
                .param("guest", guest, java.sql.Types.OTHER)
                .update();
    }

    /** A guest nobody expected, one who wished after the schedule was published, or one who came back. */
    private String join(EventBrief event, Task task, Repair repair, @Nullable UUID guest) {
        if (guest == null) throw new Refused("events.repair.whom");
        var found = guests.get(event.id(), guest);
        if (!task.guests().contains(guest)) throw new Refused("events.repair.noWishes");
        repair.joined();
        return "JOIN|" + found.badge() + " " + found.organization();
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
    private Done tell(EventBrief event, List<Standing> before, List<Standing> after, long began) {
        var was = new HashMap<Task.Pair, Standing>();
        before.forEach(b -> was.put(b.pair(), b));
        var changes = after.stream()
                .map(is -> new Change(was.get(is.pair()), is))
                .filter(Change::isOne)
                .toList();
        var touched = new HashSet<UUID>();
        changes.forEach(c -> touched.addAll(List.of(c.is.first, c.is.second)));
        for (var guest : guests.select(
                "g.event_id = :event and g.id = any(:touched)",
                sql -> sql.param("event", event.id()).param("touched", touched.toArray(UUID[]::new))))
            mail.tell(GuestMail.What.SCHEDULE_CHANGED, guest, event);
        return new Done(
                count(changes, Change::isMoved),
                count(changes, Change::isGivenUp),
                count(changes, Change::isNew),
                touched.size(),
                (System.nanoTime() - began) / MILLION);
    }

    private static int count(List<Change> changes, Predicate<Change> which) {
        return (int) changes.stream().filter(which).count();
    }
}
