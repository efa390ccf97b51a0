package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Duplicates of the ledger become one, and two again. */
@PortalTest
class MergeTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;
    String name;
    UUID kept;
    UUID merged;

    @BeforeEach
    void oneEnterpriseTwice() throws Exception {
        desk = new Desk(mvc, ledger, viewers, jdbc);
        name = "示例·重名" + UUID.randomUUID().toString().replace("-", "");
        kept = desk.lead("sh-officer", name + "（北京）有限公司", "生产基地");
        merged = desk.lead("sh-officer", name + "北京股份公司", "生产基地");
        desk.as(
                "sh-officer",
                post("/ledger/" + merged + "/follow-ups")
                        .param("channel", "CALL")
                        .param("text", "谈了厂房层高"));
    }

    @Test
    void candidates_are_listed_with_the_reason() throws Exception {
        desk.as("sh-officer", get("/ledger/duplicates"))
                .andExpect(content().string(containsString(merged.toString())))
                .andExpect(content().string(containsString("名称相近")));
        desk.as("dc-officer", get("/ledger/duplicates")).andExpect(content().string(not(containsString(name))));
    }

    @Test
    void a_merge_keeps_both_histories_and_can_be_undone() throws Exception {
        merge("sh-officer").andExpect(status().is3xxRedirection());
        desk.as("sh-officer", get("/ledger/" + kept))
                .andExpect(content().string(containsString("谈了厂房层高")))
                .andExpect(content().string(containsString("并入重复记录")));
        assertThat(statusOf(merged)).isEqualTo("DROPPED");
        assertThat(steps(kept)).isEqualTo(2);
        var id = desk.one(UUID.class, "select id from prospect_merge where merged_id = ?", merged);
        desk.as("dc-officer", post("/ledger/duplicates/merges/" + id + "/undo")).andExpect(status().isNotFound());
        desk.as("sh-officer", post("/ledger/duplicates/merges/" + id + "/undo")).andExpect(status().is3xxRedirection());
        assertThat(statusOf(merged)).isEqualTo("OPEN");
        assertThat(steps(kept)).isEqualTo(1);
        assertThat(steps(merged)).isEqualTo(1);
        desk.as("sh-officer", get("/ledger/" + kept)).andExpect(content().string(not(containsString("谈了厂房层高"))));
        desk.as("sh-officer", post("/ledger/duplicates/merges/" + id + "/undo")).andExpect(status().isNotFound());
    }

    @Test
    void after_thirty_days_a_merge_stands() throws Exception {
        merge("sh-officer");
        jdbc.sql("update prospect_merge set made_at = made_at - interval '31 days' where merged_id = ?")
                .param(merged)
                .update();
        var id = desk.one(UUID.class, "select id from prospect_merge where merged_id = ?", merged);
        desk.as("sh-officer", post("/ledger/duplicates/merges/" + id + "/undo")).andExpect(status().isNotFound());
    }

    @Test
    void nobody_merges_what_another_office_holds_and_what_was_looked_at_is_not_shown_again() throws Exception {
        merge("dc-officer").andExpect(status().is(403));
        desk.as(
                        "sh-officer",
                        post("/ledger/duplicates/dismissals")
                                .param("one", kept.toString())
                                .param("other", merged.toString()))
                .andExpect(status().is3xxRedirection());
        desk.as("sh-officer", get("/ledger/duplicates"))
                .andExpect(content().string(not(containsString(merged.toString()))));
    }

    private org.springframework.test.web.servlet.ResultActions merge(String login) throws Exception {
        return desk.as(
                login,
                post("/ledger/duplicates/merges").param("kept", kept.toString()).param("merged", merged.toString()));
    }

    private String statusOf(UUID id) {
        return desk.one(String.class, "select status from prospect where id = ?", id);
    }

    private int steps(UUID id) {
        return desk.one(
                Integer.class,
                "select count(*) from follow_up where prospect_id = ? and next_step <> '' and done_at is null",
                id);
    }
}
