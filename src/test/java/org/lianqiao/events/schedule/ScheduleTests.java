package org.lianqiao.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The schedule of an event: computed, looked at, insisted on, published once, mended. */
@PortalTest
class ScheduleTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Schedules schedules;

    @Autowired
    People people;

    AnEvent event;
    final List<String> pages = new ArrayList<>();

    /** Six guests, four slots, two tables; the first wants to meet all others, the others a neighbour. */
    @BeforeEach
    void anEventWithWishes() throws Exception {
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 8, 1, 9, 0), 9, "OPEN", 2);
        for (int i = 1; i <= 6; i++) pages.add(event.registers("测试" + i, AnEvent.phone()));
        for (int i = 2; i <= 5; i++) wish(1, i, "MUST");
        wish(2, 3, "WOULD");
        wish(4, 5, "WOULD");
        wish(6, 1, "RATHER_NOT");
        wish(1, 6, "MUST");
    }

    @Test
    void a_schedule_holds_what_is_possible_and_says_why_not_the_rest() throws Exception {
        var schedule = computed();
        assertThat(pairs(schedule, "slot_id is not null")).contains("1-2", "1-3", "1-4", "1-5", "2-3", "4-5");
        assertThat(pairs(schedule, "true")).doesNotContain("1-6");
        mvc.perform(get(event.path("/schedule")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("6 / 6")))
                .andExpect(content().string(containsString("已证明不可能更多")));
        for (var by : List.of("guest", "table", "slot", "nonsense"))
            mvc.perform(get(event.path("/schedule")).param("by", by).with(people.as("xh-officer")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("示例·测试1公司")));
    }

    @Test
    void what_cannot_be_held_is_named_with_whose_day_is_full() throws Exception {
        jdbc.sql("delete from event_slot where event_id = ? and position > 2")
                .param(event.id())
                .update();
        var schedule = computed();
        assertThat(pairs(schedule, "slot_id is null")).isNotEmpty();
        mvc.perform(get(event.path("/schedule")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("未能安排")))
                .andExpect(content().string(containsString("时段已排满：示例·测试1公司")));
    }

    @Test
    void a_pin_is_held_and_a_forbidden_pair_does_not_meet() throws Exception {
        var third = slot(3);
        word(1, 2, third.toString());
        word(1, 3, "apart");
        word(3, 6, third.toString());
        var schedule = computed();
        assertThat(pairs(schedule, "slot_id = '" + third + "'")).contains("1-2", "3-6");
        assertThat(pairs(schedule, "true")).doesNotContain("1-3");
        word(1, 3, "free");
        assertThat(pairs(computed(), "slot_id is not null")).contains("1-3");
    }

    @Test
    void pins_that_contradict_each_other_are_named() throws Exception {
        word(1, 2, slot(1).toString());
        word(1, 3, slot(1).toString());
        computed();
        mvc.perform(get(event.path("/schedule")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("第 1 轮固定了两场")))
                .andExpect(content().string(containsString("001 示例·测试1公司")));
    }

    @Test
    void guests_see_their_meetings_only_once_published_and_are_told() throws Exception {
        var schedule = computed();
        mvc.perform(get(pages.get(1))).andExpect(content().string(not(containsString("我的洽谈"))));
        publish(schedule, "", 302);
        mvc.perform(get(pages.get(1)))
                .andExpect(content().string(containsString("我的洽谈")))
                .andExpect(content().string(containsString("示例·测试1公司")));
        mvc.perform(get(pages.get(5))).andExpect(content().string(containsString("本次没有为您安排洽谈")));
        mvc.perform(get(pages.get(1) + "/calendar")).andExpect(content().string(containsString("SUMMARY:示例·测试1公司 · ")));
        mvc.perform(get(event.path("/prints/tables")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("1 桌")));
        mvc.perform(get(event.path("/prints/schedules")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("002 示例·测试2公司")));
    }

    @Test
    void two_organisers_publishing_at_once_do_not_make_two_schedules() throws Exception {
        var first = computed();
        var second = computed();
        var officer = people.viewer("xh-officer");
        var lead = people.viewer("xh-lead");
        List<Callable<Boolean>> tries = List.of(
                () -> published(() -> schedules.publish(event.id(), first, null, officer)),
                () -> published(() -> schedules.publish(event.id(), second, null, lead)));
        var pool = Executors.newFixedThreadPool(2);
        try {
            int done = 0;
            for (var result : pool.invokeAll(tries)) if (result.get()) done++;
            assertThat(done).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
        assertThat(count("state = 'PUBLISHED'")).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("update event_schedule set state = 'PUBLISHED' where event_id = ?")
                        .param(event.id())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    private static boolean published(Runnable publishing) {
        try {
            publishing.run();
            return true;
        } catch (Refused meanwhile) {
            assertThat(meanwhile.getKey()).isEqualTo("events.schedule.publishedMeanwhile");
            return false;
        }
    }

    @Test
    void one_schedule_is_computed_at_a_time() throws Exception {
        var officer = people.viewer("xh-officer");
        var first = schedules.begin(event.id(), officer);
        assertThatThrownBy(() -> schedules.begin(event.id(), officer)).isInstanceOf(Refused.class);
        jdbc.sql("update event_schedule set told_at = now() - interval '1 minute' where id = ?")
                .param(first)
                .update();
        assertThat(schedules.begin(event.id(), officer)).isNotEqualTo(first);
        assertThat(count("state = 'COMPUTING'")).isEqualTo(1);
        jdbc.sql(
                        "update event_schedule set state = 'FAILED', finished_at = now() where event_id = ? and state = 'COMPUTING'")
                .param(event.id())
                .update();
    }

    @Test
    void a_no_show_is_mended_in_time_without_touching_the_next_round_and_whom_it_touches_is_told() throws Exception {
        var before = computed();
        publish(before, "", 302);
        var firstRound = pairs(before, "slot_id = '" + slot(1) + "'");
        long began = System.nanoTime();
        repair("NO_SHOW", 5, "", 302);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(6));
        var after = current();
        assertThat(after).isNotEqualTo(before);
        assertThat(pairs(after, "slot_id is not null")).noneMatch(p -> p.contains("5"));
        assertThat(pairs(after, "slot_id = '" + slot(1) + "'"))
                .containsAll(firstRound.stream().filter(p -> !p.contains("5")).toList());
        assertThat(count("state = 'PUBLISHED'")).isEqualTo(1);
        assertThat(jdbc.sql("select kind from event_absence where guest_id = ?")
                        .param(guest(5))
                        .query(String.class)
                        .single())
                .isEqualTo("NO_SHOW");
        mvc.perform(get(pages.get(4))).andExpect(content().string(containsString("本次没有为您安排洽谈")));
    }

    @Test
    void a_late_guest_and_a_lost_table_are_mended_too() throws Exception {
        publish(computed(), "", 302);
        repair("LATE", 2, slot(3).toString(), 302);
        assertThat(pairs(current(), "slot_id = '" + slot(2) + "'")).noneMatch(p -> p.contains("2"));
        var table = jdbc.sql("select id from event_table where event_id = ? and position = 2")
                .param(event.id())
                .query(UUID.class)
                .single();
        mvc.perform(post(event.path("/repairs"))
                        .param("what", "TABLE")
                        .param("table", table.toString())
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(pairs(current(), "table_id = '" + table + "' and slot_id <> '" + slot(1) + "'"))
                .isEmpty();
    }

    @Test
    void who_cancels_gives_up_his_meetings_and_nobody_elses_is_touched() throws Exception {
        var schedule = computed();
        publish(schedule, "", 302);
        var before = pairs(schedule, "slot_id is not null");
        mvc.perform(post(pages.get(4) + "/cancellations").with(csrf())).andExpect(status().isFound());
        assertThat(pairs(current(), "slot_id is not null"))
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().filter(p -> !p.contains("5")).toList());
        assertThat(jdbc.sql(
                                "select count(*) from outbox_message where recipient = (select phone from event_guest where id = ?) and body like '%有调整%'")
                        .param(guest(4))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        repair("NO_SHOW", 2, "", 302);
        assertThat(pairs(current(), "slot_id is not null")).noneMatch(p -> p.contains("5") || p.contains("2"));
    }

    @Test
    void what_cannot_be_mended_is_said() throws Exception {
        repair("NO_SHOW", 2, "", 422);
        publish(computed(), "", 302);
        repair("NO_SHOW", 6, "", 422);
        repair("DANCE", 2, "", 422);
        repair("LATE", 2, "", 422);
    }

    @Test
    void nobody_but_the_hosts_sees_or_makes_a_schedule() throws Exception {
        for (var who : List.of("sh-officer", "enterprise", "association", "joint")) {
            mvc.perform(get(event.path("/schedule")).with(people.as(who))).andExpect(status().isForbidden());
            mvc.perform(post(event.path("/schedules")).with(csrf()).with(people.as(who)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void without_wishes_or_tables_it_says_what_to_do() throws Exception {
        jdbc.sql("delete from event_wish where event_id = ?").param(event.id()).update();
        mvc.perform(post(event.path("/schedules")).with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("还没有可以安排的意愿")));
    }

    /** Computes one and waits for it. */
    private UUID computed() throws Exception {
        mvc.perform(post(event.path("/schedules")).with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().isFound());
        var until = LocalDateTime.now().plus(30, ChronoUnit.SECONDS);
        while (count("state = 'COMPUTING'") > 0 && LocalDateTime.now().isBefore(until)) Thread.sleep(100);
        return jdbc.sql("select id from event_schedule where event_id = ? order by number desc limit 1")
                .param(event.id())
                .query(UUID.class)
                .single();
    }

    private void publish(UUID schedule, String seen, int expected) throws Exception {
        mvc.perform(post(event.path("/schedules/" + schedule + "/publications"))
                        .param("seen", seen)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(expected));
    }

    private void repair(String what, int number, String from, int expected) throws Exception {
        mvc.perform(post(event.path("/repairs"))
                        .param("what", what)
                        .param("guest", guest(number).toString())
                        .param("from", from)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(expected));
    }

    private void word(int one, int other, String word) throws Exception {
        mvc.perform(post(event.path("/pins"))
                        .param("first", guest(one).toString())
                        .param("second", guest(other).toString())
                        .param("word", word)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
    }

    private void wish(int from, int to, String kind) {
        jdbc.sql("insert into event_wish (event_id, from_guest, to_guest, kind, wished_at) values (?, ?, ?, ?, now())")
                .params(event.id(), guest(from), guest(to), kind)
                .update();
    }

    private UUID current() {
        return Objects.requireNonNull(schedules.published(event.id()).orElseThrow());
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from event_schedule where event_id = ? and " + where)
                .param(event.id())
                .query(Integer.class)
                .single();
    }

    private List<String> pairs(UUID schedule, String where) {
        return jdbc.sql("""
                select least(f.number, s.number) || '-' || greatest(f.number, s.number) from event_meeting m
                  join event_guest f on f.id = m.first_guest join event_guest s on s.id = m.second_guest where m.schedule_id = ? and
                """ + where).param(schedule).query(String.class).list();
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }

    private UUID slot(int position) {
        return jdbc.sql("select id from event_slot where event_id = ? and position = ?")
                .params(event.id(), position)
                .query(UUID.class)
                .single();
    }
}
