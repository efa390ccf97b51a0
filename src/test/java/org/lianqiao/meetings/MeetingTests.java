package org.lianqiao.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.prospects.LeadSource;
import org.lianqiao.prospects.Ledger;
import org.lianqiao.prospects.NewLead;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Tokens;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class MeetingTests {
    private static final String MINUTES = "企业关注厂房交付时间，𠮷日再议 🚗";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    Meetings meetings;

    @Autowired
    People people;

    @Test
    void a_meeting_with_a_lead_makes_it_contacted_and_leaves_its_next_step_in_the_ledger() throws Exception {
        var prospect = lead("示例·测试对接企业甲有限公司", "xh-officer");
        var id = logged(form().param("prospect", prospect.toString())
                .param("nextStep", "寄送厂房清单")
                .param("nextDue", LocalDate.now().plusDays(3).toString()));
        assertThat(stage(prospect)).isEqualTo("CONTACTED");
        assertThat(jdbc.sql("select next_step from follow_up where meeting_id = ? and channel = 'MEETING'")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("寄送厂房清单");
        mvc.perform(get("/meetings/" + id).with(people.as("xh-officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(MINUTES)))
                .andExpect(content().string(containsString("寄送厂房清单")));
    }

    @Test
    void an_enterprise_that_is_not_in_the_ledger_becomes_a_lead_there_with_the_meeting() throws Exception {
        var id = logged(newcomer("示例·测试新客商有限公司", "精密铸件生产线"));
        var prospect = jdbc.sql("select prospect_id from meeting where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        assertThat(stage(prospect)).isEqualTo("CONTACTED");
        assertThat(jdbc.sql("select next_step from follow_up where prospect_id = ? and next_step <> ''")
                        .param(prospect)
                        .query(String.class)
                        .list())
                .containsExactly("电话回访");
    }

    @Test
    void without_a_lead_the_meeting_stands_alone() throws Exception {
        var id = logged(form().param("enterprise", "示例·测试不入台账有限公司").param("lead", "false"));
        assertThat(jdbc.sql("select count(*) from meeting where id = ? and prospect_id is null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_form_sent_twice_makes_one_meeting() throws Exception {
        var token = Tokens.next();
        var first = logged(newcomer("示例·测试双击有限公司", "双击事项").param("token", token));
        var second = logged(newcomer("示例·测试双击有限公司", "双击事项").param("token", token));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void two_clicks_in_one_instant_make_one_meeting_and_one_lead() throws Exception {
        var form = new MeetingForm(
                Tokens.next(),
                null,
                "示例·测试同时双击有限公司",
                LocalDateTime.now(Time.ZONE).minusHours(2),
                false,
                "",
                "",
                "",
                List.of(),
                null,
                null,
                null,
                Outcome.CONTINUE,
                "",
                false,
                "回访",
                null,
                LocalDate.now().plusDays(2),
                true,
                "同时双击事项",
                null);
        var officer = people.viewer("xh-officer");
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var made = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return meetings.log(form, officer);
                    }))
                    .toList();
            start.countDown();
            var ids = new java.util.HashSet<UUID>();
            for (var m : made) ids.add(m.get());
            assertThat(ids).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from prospect where matter = '同时双击事项'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_matter_that_is_open_already_is_refused_and_nothing_is_logged() throws Exception {
        logged(newcomer("示例·测试重复事项有限公司", "重复的事项"));
        mvc.perform(newcomer("示例·测试重复事项有限公司", "重复的 事项")
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("此事项已在谈")));
        assertThat(jdbc.sql("""
                select count(*) from meeting m join organization o on o.id = m.organization_id where o.name = '示例·测试重复事项有限公司'
                """).query(Integer.class).single()).isOne();
    }

    @Test
    void both_sides_see_that_it_took_place_and_the_minutes_only_where_shared() throws Exception {
        var enterprise = people.viewer("enterprise").organizationName();
        var id = logged(form().param("enterprise", enterprise)
                .param("lead", "false")
                .param("theirPeople", "总工程师")
                .param("nextStep", "内部研究报价")
                .param("nextDue", LocalDate.now().plusDays(3).toString())
                .param("others", organization("tz-officer").toString()));
        mvc.perform(get("/meetings/" + id).with(people.as("enterprise")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("总工程师")))
                .andExpect(content().string(not(containsString(MINUTES))))
                .andExpect(content().string(not(containsString("有意向"))))
                .andExpect(content().string(not(containsString("内部研究报价"))));
        mvc.perform(get("/meetings").with(people.as("enterprise")))
                .andExpect(content().string(containsString(id.toString())));
        mvc.perform(get("/meetings").param("outcome", "PROMISING").with(people.as("enterprise")))
                .andExpect(content().string(not(containsString(id.toString()))));
        mvc.perform(get("/meetings/" + id).with(people.as("tz-officer")))
                .andExpect(content().string(containsString(MINUTES)));
        mvc.perform(form("/meetings/" + id)
                        .param("shared", "true")
                        .param("version", "0")
                        .with(people.as("xh-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/meetings/" + id).with(people.as("enterprise")))
                .andExpect(content().string(containsString(MINUTES)))
                .andExpect(content().string(containsString("有意向")))
                .andExpect(content().string(not(containsString("内部研究报价"))));
    }

    @Test
    void the_coordinating_office_sees_its_side_without_the_minutes() throws Exception {
        var id = logged(form().param("enterprise", "示例·测试统筹可见有限公司").param("lead", "false"));
        mvc.perform(get("/meetings/" + id).with(people.as("lf-coord")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有意向")))
                .andExpect(content().string(not(containsString(MINUTES))));
        mvc.perform(get("/meetings/" + id).with(people.as("tz-coord"))).andExpect(status().isNotFound());
        mvc.perform(get("/meetings/" + id).with(people.as("sh-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/meetings/" + id).with(people.as("enterprise-sz"))).andExpect(status().isNotFound());
    }

    @Test
    void only_the_office_that_logged_it_edits_it() throws Exception {
        var id = logged(form().param("enterprise", "示例·测试修改权限有限公司")
                .param("lead", "false")
                .param("others", organization("tz-officer").toString()));
        mvc.perform(get("/meetings/" + id + "/edit").with(people.as("tz-officer")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/meetings/" + id + "/edit").with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
        mvc.perform(form("/meetings/" + id)
                        .param("version", "0")
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/meetings/" + id + "/edit").with(people.as("xh-lead"))).andExpect(status().isOk());
    }

    @Test
    void the_second_editor_sees_both_versions_and_loses_nothing() throws Exception {
        var id = logged(form().param("enterprise", "示例·测试纪要冲突有限公司").param("lead", "false"));
        mvc.perform(form("/meetings/" + id)
                        .with(typed("minutes", "先保存的纪要"))
                        .param("version", "0")
                        .with(people.as("xh-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form("/meetings/" + id)
                        .with(typed("minutes", "后保存的纪要"))
                        .param("version", "0")
                        .with(people.as("xh-lead"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("先保存的纪要")))
                .andExpect(content().string(containsString("后保存的纪要")));
    }

    @Test
    void bad_input_stands_at_its_field_and_keeps_what_was_typed() throws Exception {
        for (var bad : new String[][] {
            {"heldAt", ""},
            {"heldAt", "2027-02-30T10:00"},
            {"heldAt", LocalDate.now().plusDays(2) + "T10:00"},
            {"heldAt", "0001-01-01T00:00"},
            {"outcome", ""},
            {"outcome", "GREAT"},
            {"enterprise", ""},
            {"enterprise", "企"},
            {"enterprise", "长".repeat(121)},
            {"enterprise", "a\0b"},
            {"matter", ""},
            {"nextStep", ""},
            {"nextDue", ""},
            {"nextDue", "2027-02-30"},
            {"nextOwner", UUID.randomUUID().toString()},
            {"nextOwner", "somebody"},
            {"prospect", UUID.randomUUID().toString()},
            {"need", UUID.randomUUID().toString()},
            {"project", UUID.randomUUID().toString()},
            {"event", UUID.randomUUID().toString()},
            {"others", UUID.randomUUID().toString()},
            {"minutes", "长".repeat(4001)},
        })
            mvc.perform(newcomer("示例测试坏输入有限公司", "坏输入事项")
                            .with(typed("place", "写到一半的地点"))
                            .with(typed(bad[0], bad[1]))
                            .with(people.as("xh-officer"))
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("写到一半的地点")));
        mvc.perform(post("/meetings").with(people.as("xh-officer")).with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(get("/meetings")
                        .param("from", "2026-02-30")
                        .param("outcome", "?")
                        .param("office", "1")
                        .param("event", "x")
                        .with(people.as("xh-officer")))
                .andExpect(status().isOk());
    }

    @Test
    void who_only_reads_a_prospect_logs_no_meeting_on_it() throws Exception {
        var prospect = lead("示例·测试只读台账有限公司", "xh-officer");
        mvc.perform(form().param("prospect", prospect.toString())
                        .with(typed("place", "写到一半的地点"))
                        .with(people.as("lf-coord"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("写到一半的地点")));
        assertThat(stage(prospect)).isEqualTo("LEAD");
    }

    @Test
    void only_officers_log_meetings() throws Exception {
        mvc.perform(get("/meetings/new").with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(form("/meetings").with(people.as("enterprise")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/meetings").with(people.as("auditor"))).andExpect(status().isForbidden());
        mvc.perform(get("/meetings")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/meetings/new")
                        .param("prospect", UUID.randomUUID().toString())
                        .with(people.as("xh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_form_knows_what_the_page_before_it_was_about() throws Exception {
        var prospect = lead("示例·测试带入企业有限公司", "xh-officer");
        mvc.perform(get("/meetings/new").param("prospect", prospect.toString()).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("value=\"" + prospect + "\" selected=\"selected\"")));
        var need = jdbc.sql("select id from need where state = 'PUBLISHED' and not anonymous limit 1")
                .query(UUID.class)
                .single();
        mvc.perform(get("/meetings/new").param("need", need.toString()).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("value=\"" + need + "\" selected=\"selected\"")));
    }

    @Test
    void meetings_are_found_by_day_form_outcome_and_event() throws Exception {
        var id = logged(form().param("enterprise", "示例·测试筛选对接有限公司")
                .param("lead", "false")
                .param("online", "true"));
        var day = LocalDate.now(Time.ZONE).minusDays(1).toString();
        for (var hit : new String[][] {
            {"q", "筛选对接"}, {"form", "online"}, {"outcome", "PROMISING"}, {"from", day}, {"scope", "mine"}
        })
            mvc.perform(get("/meetings")
                            .param(hit[0], hit[1])
                            .param("size", "50")
                            .with(people.as("xh-officer")))
                    .andExpect(content().string(containsString(id.toString())));
        for (var miss : new String[][] {
            {"form", "onsite"},
            {"outcome", "OTHER"},
            {"from", LocalDate.now(Time.ZONE).plusDays(1).toString()},
            {"event", UUID.randomUUID().toString()}
        })
            mvc.perform(get("/meetings")
                            .param(miss[0], miss[1])
                            .param("size", "50")
                            .with(people.as("xh-officer")))
                    .andExpect(content().string(not(containsString(id.toString()))));
    }

    private UUID lead(String enterprise, String login) {
        return ledger.report(
                new NewLead(
                        enterprise,
                        null,
                        "北方生产基地",
                        LeadSource.CALL,
                        "",
                        null,
                        null,
                        null,
                        "电话回访",
                        null,
                        LocalDate.now().plusDays(1)),
                people.viewer(login));
    }

    private String stage(UUID prospect) {
        return jdbc.sql("select stage from prospect where id = ?")
                .param(prospect)
                .query(String.class)
                .single();
    }

    private UUID organization(String login) {
        return people.viewer(login).organization();
    }

    private UUID logged(MockHttpServletRequestBuilder request) throws Exception {
        var page = mvc.perform(request.with(people.as("xh-officer")).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1));
    }

    private static MockHttpServletRequestBuilder newcomer(String enterprise, String matter) {
        return form().param("enterprise", enterprise)
                .param("matter", matter)
                .param("lead", "true")
                .param("nextStep", "电话回访")
                .param("nextDue", LocalDate.now().plusDays(2).toString());
    }

    private static MockHttpServletRequestBuilder form() {
        return form("/meetings");
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address)
                .param("heldAt", LocalDate.now(Time.ZONE).minusDays(1) + "T14:30")
                .param("outcome", "PROMISING")
                .param("minutes", MINUTES);
    }

    /** One field typed otherwise. */
    private static org.springframework.test.web.servlet.request.RequestPostProcessor typed(String field, String text) {
        return sent -> {
            sent.setParameter(field, text);
            return sent;
        };
    }
}
