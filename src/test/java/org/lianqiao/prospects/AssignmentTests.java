package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
import org.springframework.test.web.servlet.ResultActions;

/** 会后分派: a lead of a joint event that Tongzhou met, and that speaks of 香河. */
@PortalTest
class AssignmentTests {
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
    UUID id;

    @BeforeEach
    void aLeadOfAJointEvent() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
        name = "示例·会后企业" + UUID.randomUUID();
        id = ledger.report(
                new NewLead(
                        name,
                        null,
                        "拟在香河设生产基地",
                        LeadSource.EVENT,
                        "示例·联合推介会",
                        null,
                        null,
                        null,
                        "电话联系",
                        null,
                        LocalDate.now().plusDays(5)),
                desk.viewer("tz-officer"));
    }

    @Test
    void both_sides_name_the_same_office_and_only_then_it_holds_the_lead() throws Exception {
        desk.as("tz-officer", get("/ledger/assignments"))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("企业提到该地")));
        confirm("tz-officer", office("xh-officer")).andExpect(status().isForbidden());
        confirm("tz-coord", office("xh-officer")).andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("tz-officer"));
        confirm("lf-coord", office("sh-officer")).andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("tz-officer"));
        confirm("lf-coord", office("xh-officer")).andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("xh-officer"));
        desk.as("tz-officer", get("/ledger/assignments")).andExpect(content().string(not(containsString(name))));
        confirm("tz-coord", office("xh-officer")).andExpect(status().isNotFound());
    }

    @Test
    void what_a_side_has_not_confirmed_stands_on_its_desk() throws Exception {
        jdbc.sql("update prospect set reported_at = reported_at - interval '20 years' where id = ?")
                .param(id)
                .update();
        desk.as("lf-coord", get("/desk")).andExpect(content().string(containsString(name)));
        confirm("lf-coord", office("xh-officer"));
        desk.as("lf-coord", get("/desk")).andExpect(content().string(not(containsString(name))));
    }

    @Test
    void a_lead_of_one_office_alone_is_nothing_to_assign() throws Exception {
        var own = desk.lead("sh-officer", "示例·自有线索" + UUID.randomUUID());
        desk.as(
                        "lf-coord",
                        post("/ledger/assignments/" + own)
                                .param("office", office("xh-officer").toString()))
                .andExpect(status().isNotFound());
    }

    private ResultActions confirm(String login, UUID office) throws Exception {
        return desk.as(login, post("/ledger/assignments/" + id).param("office", office.toString()));
    }

    private UUID holder() {
        return desk.one(UUID.class, "select holder_office_id from prospect where id = ?", id);
    }

    private UUID office(String login) {
        return desk.viewer(login).organization();
    }
}
