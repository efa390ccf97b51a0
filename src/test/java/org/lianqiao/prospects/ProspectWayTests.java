package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;

/** The way of a prospect over its pages: step by step, to rest and back, from hand to hand. */
@PortalTest
class ProspectWayTests extends LedgerRequests {
    @Test
    void a_prospect_goes_from_lead_to_production_with_what_each_step_needs() throws Exception {
        var id = ledger.report(lead("示例·全程测试企业", "全程"), people.viewer("tz-officer"));
        as("tz-officer", move(id, "CONTACTED")).andExpect(status().is(422));
        as("tz-officer", follow(id, "CALL", "谈过了")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "CONTACTED")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "SIGNED")).andExpect(status().is(422));
        as("tz-officer", move(id, "NEGOTIATING")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "SIGNED").param("on", LocalDate.now().toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("签约须上传协议文件")));
        as("tz-officer", signing(id, LocalDate.now().plusDays(1))).andExpect(status().is(422));
        as("tz-officer", signing(id, LocalDate.now().minusDays(3))).andExpect(status().is3xxRedirection());
        as(
                        "tz-officer",
                        move(id, "LANDED")
                                .param("landing", "START")
                                .param("on", LocalDate.now().minusDays(9).toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("落地日期不能早于签约日期")));
        as(
                        "tz-officer",
                        move(id, "LANDED")
                                .param("landing", "START")
                                .param("on", LocalDate.now().toString()))
                .andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "PRODUCING")).andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("PRODUCING DONE");
        as("tz-officer", move(id, "LANDED")).andExpect(status().is(422));
        as("tz-officer", move(id, "LANDED").param("reason", "误登记")).andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LANDED OPEN");
        assertThat(jdbc.sql("select count(*) from stage_change where prospect_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void the_signed_paper_is_read_by_those_who_see_the_whole() throws Exception {
        var id = ledger.report(lead("示例·协议文件企业", "文件"), people.viewer("sh-officer"));
        jdbc.sql("update prospect set stage = 'NEGOTIATING' where id = ?")
                .param(id)
                .update();
        as("sh-officer", signing(id, LocalDate.now())).andExpect(status().is3xxRedirection());
        var file = jdbc.sql("select file_id from stage_change where prospect_id = ? and file_id is not null")
                .param(id)
                .query(UUID.class)
                .single();
        var path = "/ledger/" + id + "/files/" + file;
        mvc.perform(get(path).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(get(path).with(people.as("lf-coord"))).andExpect(status().isOk());
        mvc.perform(get(path).with(people.as("dc-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/ledger/" + id + "/files/" + UUID.randomUUID()).with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_paused_is_looked_at_again_and_what_is_dropped_a_lead_alone_reopens() throws Exception {
        var id = ledger.report(lead("示例·暂缓测试企业", "暂缓"), people.viewer("sh-officer"));
        as("sh-officer", post("/ledger/" + id + "/pauses").param("reason", "等名单"))
                .andExpect(status().is(422));
        var again = LocalDate.now().plusDays(40);
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/pauses").param("reason", "等名单").param("reviewOn", again.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select next_due_on from prospect where id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(again);
        as("sh-officer", post("/ledger/" + id + "/resumptions")).andExpect(status().is3xxRedirection());
        as("sh-officer", post("/ledger/" + id + "/drops").param("reason", "没有原因"))
                .andExpect(status().is(422));
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/drops")
                                .param("reason", "企业无计划")
                                .param("why", "NO_DEMAND"))
                .andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LEAD DROPPED");
        as("sh-officer", follow(id, "CALL", "再谈")).andExpect(status().is(422));
        as("sh-officer", post("/ledger/" + id + "/reopenings").param("reason", "又有意向"))
                .andExpect(status().isForbidden());
        as("sh-lead", post("/ledger/" + id + "/reopenings").param("reason", "又有意向"))
                .andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LEAD OPEN");
    }

    @Test
    void what_was_dropped_does_not_reopen_beside_its_open_twin() throws Exception {
        var id = ledger.report(lead("示例·双生测试企业", "同一件事"), people.viewer("sh-officer"));
        as("sh-officer", post("/ledger/" + id + "/drops").param("reason", "暂无").param("why", "OTHER"));
        ledger.report(lead("示例·双生测试企业", "同一件事"), people.viewer("dc-officer"));
        as("sh-lead", post("/ledger/" + id + "/reopenings").param("reason", "要继续"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该企业此事项已在谈")));
    }

    /** holder: sh (三河); the same side: dc; the coordinating office: lf-coord; the other side: tz; both sides': joint. */
    @Test
    void the_coordinating_office_gives_a_prospect_to_another_office_of_its_side() throws Exception {
        var id = shared("示例·改派测试企业", "OFFICE");
        var dc = people.viewer("dc-officer");
        as(
                        "lf-coord",
                        post("/ledger/" + id + "/assignments")
                                .param(
                                        "owner",
                                        people.viewer("tz-officer").account().toString()))
                .andExpect(status().is(422));
        as(
                        "lf-coord",
                        post("/ledger/" + id + "/assignments")
                                .param("owner", dc.account().toString()))
                .andExpect(status().is3xxRedirection());
        var prospect = prospects.findById(id).orElseThrow();
        assertThat(prospect.getHolderOfficeId()).isEqualTo(dc.organizationId());
        assertThat(prospect.getOwnerAccountId()).isEqualTo(dc.accountId());
        mvc.perform(get("/ledger/" + id).with(people.as("sh-officer"))).andExpect(status().isOk());
        as("sh-officer", move(id, "CONTACTED")).andExpect(status().isForbidden());
        assertThat(jdbc.sql(
                                "select count(*) from follow_up where prospect_id = ? and next_owner_id = ? and done_at is null")
                        .params(id, dc.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_partner_joins_when_both_agree_and_leaves_by_its_own_word() throws Exception {
        var id = shared("示例·配合测试企业", "OFFICE");
        var xh = people.viewer("xh-officer").organization();
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/partners")
                                .param("office", xh.toString())
                                .param("function", "PRODUCTION"))
                .andExpect(status().is3xxRedirection());
        as("sh-officer", post("/ledger/" + id + "/partners").param("office", xh.toString()))
                .andExpect(status().is(422));
        mvc.perform(get("/ledger/" + id).with(people.as("xh-officer"))).andExpect(status().isNotFound());
        var request = jdbc.sql("select id from partner_request where prospect_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        as("sh-officer", post("/ledger/partner-requests/" + request + "/agreements"))
                .andExpect(status().isForbidden());
        as("xh-officer", post("/ledger/partner-requests/" + request + "/agreements"))
                .andExpect(status().is3xxRedirection());
        as("xh-officer", follow(id, "VISIT", "香河到访")).andExpect(status().is3xxRedirection());
        as("xh-officer", post("/ledger/" + id + "/drops")).andExpect(status().isForbidden());
        as("xh-officer", post("/ledger/" + id + "/partners/" + xh + "/departures"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/ledger/" + id).with(people.as("xh-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void a_prospect_becomes_a_project_once_and_leads_to_it() throws Exception {
        var id = shared("示例·转项目测试企业", "OFFICE");
        var project = Objects.requireNonNull(as("sh-officer", post("/ledger/" + id + "/projects"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(get(project).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(get("/ledger/" + id).with(people.as("sh-officer")))
                .andExpect(content().string(containsString(project)));
        as("sh-officer", post("/ledger/" + id + "/projects")).andExpect(status().is(422));
    }

    @Test
    void the_second_editor_sees_both_versions_and_loses_nothing() throws Exception {
        var id = shared("示例·冲突测试企业", "SIDE");
        var seen = String.valueOf(prospects.findById(id).orElseThrow().getVersion());
        as("sh-officer", edit(id, "先保存的概况", seen)).andExpect(status().is3xxRedirection());
        as("sh-lead", edit(id, "后保存的概况", seen))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("先保存的概况")))
                .andExpect(content().string(containsString("后保存的概况")));
        mvc.perform(get("/ledger/" + id + "/edit").with(people.as("lf-coord"))).andExpect(status().isForbidden());
    }

    @Test
    void a_step_is_done_once_and_another_may_follow_in_the_same_line() throws Exception {
        var id = shared("示例·办结测试企业", "SIDE");
        var step = jdbc.sql("select id from follow_up where prospect_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        as(
                        "sh-officer",
                        follow(id, "CALL", "打过电话")
                                .param("done", step.toString())
                                .param("nextStep", "寄送清单")
                                .param("nextDue", LocalDate.now().plusDays(3).toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql(
                                "select next_step from follow_up where prospect_id = ? and next_step <> '' and done_at is null")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("寄送清单");
        as("sh-officer", follow(id, "CALL", "话说一半").param("nextStep", "没有日期"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("话说一半")));
        as(
                        "sh-officer",
                        follow(id, "CALL", "交给外人")
                                .param("nextStep", "办一办")
                                .param("nextDue", LocalDate.now().toString())
                                .param(
                                        "nextOwner",
                                        people.viewer("tz-officer").account().toString()))
                .andExpect(status().is(422));
        as(
                        "sh-officer",
                        follow(id, "CALL", "明天的事")
                                .param("on", LocalDate.now().plusDays(1).toString()))
                .andExpect(status().is(422));
    }
}
