package org.lianqiao.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.scheduling.Effort;
import org.lianqiao.events.scheduling.Scheduler;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The day does not go as published: 30 guests, four slots of which the first has begun, ten tables. */
@PortalTest
class MendingTests {
    private static final int GUESTS = 30;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    EventFinder finder;

    @Autowired
    Tasks tasks;

    @Autowired
    Schedules schedules;

    @Autowired
    Mending mending;

    AnEvent event;
    Viewer officer;

    @BeforeEach
    void aDayThatHasBegun() throws Exception {
        officer = people.viewer("xh-officer");
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 8, 5, 9, 0), 60, "OPEN", 10);
        jdbc.sql("""
                insert into event_guest (id, event_id, number, organization_name, name, phone, source, state, registered_at)
                select gen_random_uuid(), ?, n, '示例·群' || n || '公司', '来宾' || n, '+8613711' || lpad((random() * 999999)::int::text, 6, '0') , 'IMPORT', 'CONFIRMED', now()
                  from generate_series(1, ?) n
                """).params(event.id(), GUESTS).update();
        jdbc.sql("update event set last_guest_number = ?, seats_taken = ? where id = ?")
                .params(GUESTS, GUESTS, event.id())
                .update();
        jdbc.sql("""
                insert into event_wish (event_id, from_guest, to_guest, kind, wished_at)
                select f.event_id, f.id, t.id, 'MUST', now() from event_guest f join event_guest t on t.event_id = f.event_id
                 where f.event_id = ? and t.number - f.number = 1
                """).param(event.id()).update();
        event.beginsNow(jdbc);
        var task = tasks.of(event.id());
        var schedule = schedules.begin(event.id(), officer);
        schedules.finish(schedule, task, new Scheduler(task.problem()).solve(Effort.moves(200_000, 1)));
        schedules.publish(event.id(), schedule, null, officer);
        jdbc.sql("delete from outbox_message where recipient in (select phone from event_guest where event_id = ?)")
                .param(event.id())
                .update();
    }

    @Test
    void a_no_show_moves_few_and_nobody_of_the_next_round() {
        var before = held();
        int absent = busiest(before);
        var done = mend("NO_SHOW", absent, null);
        var after = held();
        assertThat(after.keySet()).noneMatch(pair -> pair.contains("-" + absent + "-") && after.get(pair) > 2);
        untouched(before, after, absent);
        assertThat(moved(before, after, absent)).hasSizeLessThanOrEqualTo(2);
        assertThat(done.millis()).isLessThan(6000);
    }

    @Test
    void who_comes_unexpected_chooses_is_planned_in_and_told_like_those_he_meets() throws Exception {
        var before = held();
        var phone = AnEvent.phone();
        mvc.perform(post(event.path("/walk-ins"))
                        .param("organizationName", "示例·不速公司")
                        .param("name", "不速客")
                        .param("phone", phone)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        int number = GUESTS + 1;
        int one = free(before, 3, 0);
        int other = free(before, 4, one);
        var wishes = event.path("/wishes/" + guest(number));
        mvc.perform(post(event.path("/repairs"))
                        .param("what", "JOIN")
                        .param("guest", guest(number).toString())
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请先替其选择想见的人")));
        mvc.perform(get(wishes).with(people.as("sh-officer"))).andExpect(status().isNotFound());
        mvc.perform(post(wishes)
                        .param("wish-" + guest(one), "MUST")
                        .param("wish-" + guest(other), "WOULD")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        var done = mend("JOIN", number, null);
        var after = held();
        assertThat(done.added()).isEqualTo(2);
        assertThat(after.entrySet().stream().filter(m -> m.getKey().contains("-" + number + "-")))
                .hasSize(2)
                .allMatch(m -> m.getValue() > 2);
        untouched(before, after, number);
        assertThat(moved(before, after, number)).hasSizeLessThanOrEqualTo(2);
        assertThat(told()).isEqualTo(touched(before, after));
        assertThat(told()).contains(number);
    }

    @Test
    void who_was_thought_absent_and_comes_gets_meetings_again() {
        int absent = busiest(held());
        mend("NO_SHOW", absent, null);
        assertThat(mend("JOIN", absent, null).added()).isPositive();
        assertThat(jdbc.sql("select count(*) from event_absence where guest_id = ?")
                        .param(guest(absent))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_the_next_round_a_lost_table_touches_only_who_sits_there_and_everyone_touched_is_told() {
        var before = held();
        var table = jdbc.sql("select id from event_table where event_id = ? and position = 1")
                .param(event.id())
                .query(UUID.class)
                .single();
        var displaced = next(table);
        mend("TABLE", 0, table);
        var after = held();
        displaced.forEach(before::remove);
        displaced.forEach(after::remove);
        untouched(before, after, -1);
        assertThat(jdbc.sql("""
                select count(*) from event_meeting m join event_schedule h on h.id = m.schedule_id join event_slot s on s.id = m.slot_id
                 where h.event_id = :event and h.state = 'PUBLISHED' and m.table_id = :table and s.position > 2
                """)
                        .param("event", event.id())
                        .param("table", table)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told()).isNotEmpty();
    }

    /** Who would sit at this table in the next round. */
    private List<String> next(UUID table) {
        return jdbc.sql("""
                select '-' || least(f.number, s.number) || '-' || greatest(f.number, s.number) || '-' from event_schedule h
                  join event_meeting m on m.schedule_id = h.id join event_slot t on t.id = m.slot_id and t.position = 2
                  join event_guest f on f.id = m.first_guest join event_guest s on s.id = m.second_guest
                 where h.event_id = ? and h.state = 'PUBLISHED' and m.table_id = ?
                """).params(event.id(), table).query(String.class).list();
    }

    private Mending.Done mend(String what, int number, @org.jspecify.annotations.Nullable UUID table) {
        long began = System.nanoTime();
        EventBrief at = finder.hosted(event.id(), officer);
        var done = mending.mend(at, what, number > 0 ? guest(number) : null, table, null, officer);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        return done;
    }

    /** The meeting that has begun and that of the next round stay for whom it does not concern. */
    private static void untouched(Map<String, Integer> before, Map<String, Integer> after, int whom) {
        before.forEach((pair, slot) -> {
            if (slot <= 2 && !pair.contains("-" + whom + "-")) assertThat(after).containsEntry(pair, slot);
        });
        after.forEach((pair, slot) -> {
            if (slot <= 2) assertThat(before).containsEntry(pair, slot);
        });
    }

    private static List<String> moved(Map<String, Integer> before, Map<String, Integer> after, int whom) {
        return before.keySet().stream()
                .filter(pair -> !pair.contains("-" + whom + "-"))
                .filter(pair -> !before.get(pair).equals(after.get(pair)))
                .toList();
    }

    private static Set<Integer> touched(Map<String, Integer> before, Map<String, Integer> after) {
        var pairs = new HashSet<>(before.keySet());
        pairs.addAll(after.keySet());
        var numbers = new HashSet<Integer>();
        for (var pair : pairs)
            if (!java.util.Objects.equals(before.get(pair), after.get(pair)))
                for (var number : pair.split("-")) if (!number.isEmpty()) numbers.add(Integer.valueOf(number));
        return numbers;
    }

    private Set<Integer> told() {
        return new HashSet<>(
                jdbc.sql("""
                select g.number from outbox_message o join event_guest g on g.phone = o.recipient
                 where g.event_id = ? and o.body like '%有调整%'
                """).param(event.id()).query(Integer.class).list());
    }

    /** The guest with most meetings from the third round on. */
    private static int busiest(Map<String, Integer> held) {
        var meetings = new HashMap<Integer, Integer>();
        held.forEach((pair, slot) -> {
            if (slot > 2)
                for (var n : pair.split("-")) if (!n.isEmpty()) meetings.merge(Integer.valueOf(n), 1, Integer::sum);
        });
        return meetings.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** A guest, not the one named, who has no meeting in this round. */
    private static int free(Map<String, Integer> held, int round, int not) {
        return java.util.stream.IntStream.rangeClosed(1, GUESTS)
                .filter(n -> n != not)
                .filter(n -> held.entrySet().stream()
                        .noneMatch(m -> m.getValue() == round && m.getKey().contains("-" + n + "-")))
                .findFirst()
                .orElseThrow();
    }

    /** The published meetings: the two numbers between strokes, and the slot's position from 1. */
    private Map<String, Integer> held() {
        var held = new HashMap<String, Integer>();
        jdbc.sql("""
                select '-' || least(f.number, s.number) || '-' || greatest(f.number, s.number) || '-', t.position from event_schedule h
                  join event_meeting m on m.schedule_id = h.id join event_slot t on t.id = m.slot_id
                  join event_guest f on f.id = m.first_guest join event_guest s on s.id = m.second_guest
                 where h.event_id = ? and h.state = 'PUBLISHED'
                """).param(event.id()).query(row -> {
            held.put(row.getString(1), row.getInt(2));
        });
        return held;
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }
}
