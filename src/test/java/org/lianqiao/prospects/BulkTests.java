package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class BulkTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
    }

    @Test
    void each_row_is_done_or_says_why_not() throws Exception {
        var ready = desk.lead("sh-officer", "示例·批量已对接企业");
        var untouched = desk.lead("sh-officer", "示例·批量未对接企业");
        var foreign = desk.lead("dc-officer", "示例·批量他人企业");
        desk.as(
                "sh-officer",
                post("/ledger/" + ready + "/follow-ups")
                        .param("channel", "CALL")
                        .param("text", "谈过了"));
        var page = run("sh-officer", "MOVE", ready, untouched, foreign, UUID.randomUUID());
        desk.as("sh-officer", get(page))
                .andExpect(content().string(containsString("已办 1 家")))
                .andExpect(content().string(containsString("先填写一次已发生的跟进")))
                .andExpect(content().string(containsString("不由本单位办理")));
        assertThat(stage(ready)).isEqualTo("CONTACTED");
        assertThat(stage(untouched)).isEqualTo("LEAD");
        assertThat(stage(foreign)).isEqualTo("LEAD");
    }

    @Test
    void what_was_done_is_taken_back_where_nobody_went_on() throws Exception {
        var one = desk.lead("sh-officer", "示例·撤销企业一");
        var two = desk.lead("sh-officer", "示例·撤销企业二");
        var owner = desk.viewer("sh-lead").accountId();
        var former = desk.viewer("sh-officer").accountId();
        var page = run("sh-lead", "ASSIGN", one, two);
        assertThat(owner(one)).isEqualTo(owner);
        assertThat(stepOwner(one)).isEqualTo(owner);
        desk.as("sh-lead", post("/ledger/" + two + "/assignments").param("owner", String.valueOf(former)));
        desk.as("sh-lead", post(undo(page))).andExpect(status().is3xxRedirection());
        assertThat(owner(one)).isEqualTo(former);
        assertThat(stepOwner(one)).isEqualTo(former);
        desk.as("sh-lead", get(page))
                .andExpect(content().string(containsString("已撤销 1 家")))
                .andExpect(content().string(containsString("此后又有变动，保持现状")))
                .andExpect(content().string(not(containsString("/undo"))));
    }

    @Test
    void a_planned_step_is_taken_back_and_due_no_more() throws Exception {
        var id = desk.lead("sh-officer", "示例·批量下一步企业");
        var page = run("sh-officer", "NEXT", id);
        assertThat(due(id)).isEqualTo(LocalDate.now().plusDays(1));
        desk.as("sh-officer", post(undo(page)));
        assertThat(due(id)).isEqualTo(LocalDate.now().plusDays(5));
    }

    @Test
    void attention_and_stage_go_back_to_what_they_were() throws Exception {
        var id = desk.lead("sh-officer", "示例·批量关注企业");
        desk.as("sh-officer", post(undo(run("sh-officer", "ATTEND", id))));
        assertThat(desk.one(String.class, "select attention from prospect where id = ?", id))
                .isEqualTo("KEEP");
        desk.as(
                "sh-officer",
                post("/ledger/" + id + "/follow-ups").param("channel", "CALL").param("text", "谈过了"));
        desk.as("sh-officer", post(undo(run("sh-officer", "MOVE", id))));
        assertThat(stage(id)).isEqualTo("LEAD");
    }

    @Test
    void an_office_above_reminds_and_that_is_not_taken_back() throws Exception {
        var id = desk.lead("sh-officer", "示例·催办企业");
        var page = run("lf-coord", "REMIND", id);
        desk.as("lf-coord", get(page)).andExpect(content().string(not(containsString("/undo"))));
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect_change where prospect_id = ? and what = 'REMINDED'",
                        id))
                .isEqualTo(1);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from notification where account_id = ? and link = ?",
                        desk.viewer("sh-officer").accountId(),
                        "/ledger/" + id))
                .isPositive();
    }

    @Test
    void a_batch_is_its_makers_alone() throws Exception {
        var page = run("sh-officer", "ATTEND", desk.lead("sh-officer", "示例·他人批次企业"));
        desk.as("sh-lead", get(page)).andExpect(status().isNotFound());
        desk.as("sh-lead", post(undo(page))).andExpect(status().isNotFound());
    }

    @Test
    void nothing_is_done_before_it_is_said_what() throws Exception {
        var id = desk.lead("sh-officer", "示例·批量有误企业").toString();
        desk.as("sh-officer", post("/ledger/bulk").param("ids", id)).andExpect(status().is(422));
        desk.as("sh-officer", post("/ledger/bulk").param("verb", "ASSIGN").param("ids", id))
                .andExpect(status().is(422));
        desk.as("sh-officer", post("/ledger/bulk").param("verb", "REMIND")).andExpect(status().is(422));
        desk.as("sh-officer", post("/ledger/bulk").param("verb", "REMIND").param("ids", "x'; --", ""))
                .andExpect(status().is(422));
        desk.as(
                        "sh-officer",
                        post("/ledger/bulk")
                                .param("verb", "NEXT")
                                .param("ids", id)
                                .param("nextStep", "约谈")
                                .param("nextDue", "2027-02-30"))
                .andExpect(status().is(422));
        desk.as("sh-officer", get("/ledger/bulk/new").param("ids", id).param("verb", "MOVE"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例·批量有误企业")));
    }

    private String run(String login, String verb, UUID... ids) throws Exception {
        var request = post("/ledger/bulk").param("verb", verb).param("back", "/ledger?stage=LEAD");
        for (var id : ids) request.param("ids", id.toString());
        return Objects.requireNonNull(desk.as(login, filled(request))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request) {
        return request.param("to", "CONTACTED")
                .param("owner", String.valueOf(desk.viewer("sh-lead").accountId()))
                .param("attention", "FOCUS")
                .param("nextStep", "约谈")
                .param("nextDue", LocalDate.now().plusDays(1).toString());
    }

    private static String undo(String page) {
        return page.substring(0, page.indexOf('?')) + "/undo";
    }

    private String stage(UUID id) {
        return desk.one(String.class, "select stage from prospect where id = ?", id);
    }

    private UUID owner(UUID id) {
        return desk.one(UUID.class, "select owner_account_id from prospect where id = ?", id);
    }

    private UUID stepOwner(UUID id) {
        return desk.one(
                UUID.class, "select next_owner_id from follow_up where prospect_id = ? and done_at is null", id);
    }

    private LocalDate due(UUID id) {
        return desk.one(LocalDate.class, "select next_due_on from prospect where id = ?", id);
    }
}
