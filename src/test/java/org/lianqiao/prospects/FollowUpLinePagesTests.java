package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
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
class FollowUpLinePagesTests {
    private static final String LINE = "电话 与王总谈了厂房 𠮷 @3天后 寄送清单";

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
    void a_line_is_shown_before_it_is_kept() throws Exception {
        var id = desk.lead("tz-officer", "示例·一行跟进企业");
        desk.as("tz-officer", line(id, LINE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("按回车保存")))
                .andExpect(content().string(containsString("寄送清单")));
        assertThat(contacts(id)).isZero();
        desk.as("tz-officer", line(id, LINE).param("shown", LINE)).andExpect(redirectedUrl("/ledger/" + id));
        assertThat(contacts(id)).isEqualTo(1);
        assertThat(desk.one(
                        LocalDate.class,
                        "select next_due_on from follow_up where prospect_id = ? and channel = 'CALL'",
                        id))
                .isEqualTo(LocalDate.now().plusDays(3));
    }

    @Test
    void what_was_changed_after_it_was_shown_is_shown_again() throws Exception {
        var id = desk.lead("tz-officer", "示例·改过一行企业");
        desk.as("tz-officer", line(id, LINE + "和报价").param("shown", LINE)).andExpect(status().isOk());
        assertThat(contacts(id)).isZero();
    }

    @Test
    void a_line_that_is_not_understood_keeps_every_word_in_the_form() throws Exception {
        var id = desk.lead("tz-officer", "示例·未读懂企业");
        var typed = "电话 谈了 @周八 寄清单";
        desk.as("tz-officer", line(id, typed).param("shown", typed))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("“@周八”未识别为日期或人员")))
                .andExpect(content().string(containsString("value=\"谈了 @周八 寄清单\"")));
        desk.as("tz-officer", line(id, "长".repeat(900))).andExpect(status().is(422));
        desk.as("tz-officer", line(id, "")).andExpect(status().is(422));
        assertThat(contacts(id)).isZero();
    }

    @Test
    void from_the_list_one_comes_back_to_the_list_and_never_elsewhere() throws Exception {
        var id = desk.lead("tz-officer", "示例·列表跟进企业");
        var back = "/ledger?scope=HELD&stage=LEAD";
        desk.as("tz-officer", line(id, LINE).param("shown", LINE).param("back", back))
                .andExpect(redirectedUrl(back));
        desk.as("tz-officer", line(id, LINE).param("shown", LINE).param("back", "//example.com"))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void the_open_step_is_done_in_the_same_line() throws Exception {
        var id = desk.lead("tz-officer", "示例·一行办结企业");
        var step = desk.one(UUID.class, "select id from follow_up where prospect_id = ?", id);
        desk.as("tz-officer", line(id, LINE).param("shown", LINE).param("done", step.toString()));
        assertThat(desk.one(Boolean.class, "select done_at is not null from follow_up where id = ?", step))
                .isTrue();
    }

    @Test
    void chips_show_what_is_understood_while_one_types() throws Exception {
        var id = desk.lead("tz-officer", "示例·逐字企业");
        desk.as("tz-officer", get("/ledger/" + id + "/follow-ups/reading").param("line", LINE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"shown\"")))
                .andExpect(content().string(containsString("按回车保存")))
                .andExpect(content().string(not(containsString("<html"))));
        desk.as("sh-officer", get("/ledger/" + id + "/follow-ups/reading").param("line", LINE))
                .andExpect(status().isNotFound());
    }

    @Test
    void who_takes_no_part_writes_no_line() throws Exception {
        var id = desk.lead("sh-officer", "示例·他人一行企业");
        desk.as("dc-officer", line(id, LINE).param("shown", LINE)).andExpect(status().isForbidden());
        desk.as("tz-officer", line(id, LINE).param("shown", LINE)).andExpect(status().isNotFound());
    }

    private int contacts(UUID id) {
        return desk.one(
                Integer.class, "select count(*) from follow_up where prospect_id = ? and channel <> 'PLAN'", id);
    }

    private static MockHttpServletRequestBuilder line(UUID id, String line) {
        return post("/ledger/" + id + "/follow-up-lines").param("line", line);
    }
}
