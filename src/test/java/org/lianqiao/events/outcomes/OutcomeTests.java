package org.lianqiao.events.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Ids;
import org.lianqiao.sheets.SheetReader;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One tap after a meeting. */
@PortalTest
class OutcomeTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    AnEvent event;
    String enterprise;
    String stranger;
    String third;
    String officer;

    /** An enterprise and a person of 香河 who meet in the first slot, which has begun; a third who meets the enterprise later. */
    @BeforeEach
    void aMeetingThatHasBegun() throws Exception {
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 9, 1, 9, 0), 9, "OPEN", 2);
        stranger = AnEvent.phone();
        enterprise = event.registers("企业" + stranger, stranger);
        officer = event.registers("香河经办", AnEvent.phone());
        third = event.registers("第三人", AnEvent.phone());
        jdbc.sql(
                        "update event_guest set organization_id = (select id from organization where kind = 'OFFICE' and region_code = '131024' limit 1) where id = ?")
                .param(guest(2))
                .update();
        var schedule = Ids.next();
        jdbc.sql("""
                insert into event_schedule (id, event_id, number, state, started_at, started_by, told_at, finished_at, published_at)
                values (?, ?, 1, 'PUBLISHED', now(), (select id from account where login = 'xh-officer'), now(), now(), now())
                """).params(schedule, event.id()).update();
        event.beginsNow(jdbc);
        meeting(schedule, 1, 2, 1);
        meeting(schedule, 1, 3, 4);
    }

    private void meeting(UUID schedule, int one, int other, int slot) {
        jdbc.sql("""
                insert into event_meeting (id, schedule_id, first_guest, second_guest, weight, slot_id, table_id)
                select gen_random_uuid(), :schedule, least(a.id, b.id), greatest(a.id, b.id), 1, s.id, t.id
                  from event_guest a, event_guest b, event_slot s, event_table t
                 where a.event_id = :event and a.number = :one and b.event_id = :event and b.number = :other
                   and s.event_id = :event and s.position = :slot and t.event_id = :event and t.position = 1
                """)
                .param("schedule", schedule)
                .param("event", event.id())
                .param("one", one)
                .param("other", other)
                .param("slot", slot)
                .update();
    }

    @Test
    void two_forms_by_two_sides_at_once_make_one_meeting_and_one_lead() throws Exception {
        List<Callable<Object>> taps = new ArrayList<>();
        taps.add(() -> tell(enterprise, 2, "PROMISING", "寄样品"));
        taps.add(() -> tell(officer, 1, "PROMISING", ""));
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(taps)) done.get();
        } finally {
            pool.shutdown();
        }
        assertThat(count("select count(*) from meeting where event_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from event_result where event_id = ? and prospect_id is not null"))
                .isEqualTo(1);
        var lead = jdbc.sql("""
                select o.name || '|' || p.source || '|' || p.source_note || '|' || p.stage || '|' || h.region_code from event_result r
                  join prospect p on p.id = r.prospect_id join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                 where r.event_id = ?
                """).param(event.id()).query(String.class).single();
        assertThat(lead).isEqualTo("示例·企业" + stranger + "公司|EVENT|示例·测试对接会|CONTACTED|131024");
        mvc.perform(get(event.path("/results")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("1 / 2")))
                .andExpect(content().string(containsString("有意向")));
    }

    @Test
    void a_talk_without_interest_stands_in_the_log_but_not_in_the_ledger() throws Exception {
        tell(enterprise, 2, "CONTINUE", "");
        assertThat(count("select count(*) from meeting where event_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from event_result where event_id = ? and prospect_id is not null"))
                .isZero();
        tell(officer, 1, "PROMISING", "约考察");
        assertThat(count("select count(*) from meeting where event_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from event_result where event_id = ? and prospect_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void a_meeting_missed_makes_nothing_and_counts_as_missed() throws Exception {
        tell(enterprise, 2, "MISSED", "");
        assertThat(count("select count(*) from meeting where event_id = ?")).isZero();
        mvc.perform(get(enterprise)).andExpect(content().string(containsString("未见到")));
        mvc.perform(get(event.path("/results")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("已见 / 安排；未见 1")));
    }

    @Test
    void a_meeting_that_has_not_begun_or_is_none_cannot_be_told_of() throws Exception {
        tell(enterprise, 3, "PROMISING", "");
        assertThat(count("select count(*) from event_outcome where event_id = ?"))
                .isZero();
        for (var bad : new String[][] {
            {guest(3).toString(), "PROMISING"},
            {guest(1).toString(), "LOVE"},
            {UUID.randomUUID().toString(), "MISSED"}
        })
            mvc.perform(post(officer + "/outcomes")
                            .param("other", bad[0])
                            .param("outcome", bad[1])
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        mvc.perform(post(officer + "/outcomes")
                        .param("other", guest(1).toString())
                        .param("outcome", "CONTINUE")
                        .param("nextStep", "长".repeat(201))
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(count("select count(*) from event_outcome where event_id = ?"))
                .isZero();
    }

    @Test
    void what_is_signed_and_landed_later_counts_once_and_the_report_is_a_sheet_too() throws Exception {
        tell(enterprise, 2, "PROMISING", "=1+1 寄样品");
        tell(officer, 1, "PROMISING", "");
        reads("0 / 0");
        jdbc.sql(
                        "update prospect set stage = 'SIGNED' where id = (select prospect_id from event_result where event_id = ?)")
                .param(event.id())
                .update();
        reads("1 / 0");
        jdbc.sql(
                        "update prospect set stage = 'PRODUCING' where id = (select prospect_id from event_result where event_id = ?)")
                .param(event.id())
                .update();
        reads("1 / 1");
        var file = mvc.perform(get(event.path("/results/export")).with(people.as("xh-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var rows = new ArrayList<String>();
        SheetReader.read(file, row -> rows.add(String.join("|", row.cells())));
        assertThat(rows).anyMatch(r -> r.startsWith("台账线索|1")).anyMatch(r -> r.contains("有意向|有意向|=1+1 寄样品"));
    }

    private void reads(String converted) throws Exception {
        mvc.perform(get(event.path("/results")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString(">" + converted + "<")));
    }

    @Test
    void a_guest_answers_three_questions_and_the_hosts_read_the_sum_without_names() throws Exception {
        mvc.perform(post(enterprise + "/feedback")
                        .param("worth", "9")
                        .param("words", "多些时间")
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择是否找到合适的对接对象")))
                .andExpect(content().string(containsString("多些时间")));
        for (var worth : List.of("2", "5"))
            mvc.perform(post(enterprise + "/feedback")
                            .param("worth", worth)
                            .param("found", "YES")
                            .param("words", "多些时间")
                            .with(csrf()))
                    .andExpect(status().isFound());
        mvc.perform(post(officer + "/feedback")
                        .param("worth", "4")
                        .param("found", "SOME")
                        .with(csrf()))
                .andExpect(status().isFound());
        mvc.perform(get(event.path("/results")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString(">4.5<")))
                .andExpect(content().string(containsString("共 2 份")))
                .andExpect(content().string(containsString("多些时间")));
        jdbc.sql(
                        "update event set starts_at = now() + interval '1 day', ends_at = now() + interval '2 days' where id = ?")
                .param(event.id())
                .update();
        mvc.perform(get(enterprise + "/feedback")).andExpect(status().isNotFound());
    }

    @Test
    void only_the_hosts_read_the_results() throws Exception {
        for (var who : List.of("sh-officer", "enterprise", "auditor"))
            mvc.perform(get(event.path("/results")).with(people.as(who))).andExpect(status().isForbidden());
    }

    private Object tell(String page, int other, String outcome, String next) throws Exception {
        return mvc.perform(post(page + "/outcomes")
                        .param("other", guest(other).toString())
                        .param("outcome", outcome)
                        .param("nextStep", next)
                        .with(csrf()))
                .andExpect(status().isFound());
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(event.id()).query(Integer.class).single();
    }
}
