package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import org.springframework.test.web.servlet.ResultActions;

/** 会商 on who follows an enterprise. Sanhe holds it, Xianghe would. */
@PortalTest
class LeadConsultationTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;
    UUID id;

    @BeforeEach
    void anEnterpriseOfSanhe() throws Exception {
        desk = new Desk(mvc, ledger, viewers, jdbc);
        id = desk.lead("sh-officer", "示例·会商企业" + UUID.randomUUID());
        desk.as("sh-officer", post("/ledger/" + id + "/sharing").param("sharing", "BOTH"));
    }

    @Test
    void what_the_holder_agrees_to_is_done_once_its_lead_has_confirmed() throws Exception {
        var consultation = ask("HOLDER_CHANGES");
        desk.as("sh-officer", get("/ledger/" + id)).andExpect(content().string(containsString("会商中")));
        says("sh-officer", consultation, "HOLDER_CHANGES").andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("sh-officer"));
        desk.as("sh-officer", to(consultation, "confirmations")).andExpect(status().isForbidden());
        desk.as("sh-lead", to(consultation, "confirmations")).andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("xh-officer"));
        desk.as("sh-officer", get("/ledger/" + id)).andExpect(content().string(containsString("会商办结")));
        says("sh-lead", consultation, "HOLDER_STAYS").andExpect(status().isForbidden());
    }

    @Test
    void what_the_offices_do_not_agree_on_goes_to_both_sides_and_the_joint_office_records_what_they_agree()
            throws Exception {
        var consultation = ask("HOLDER_CHANGES");
        desk.as("tz-coord", get("/ledger/consultations/" + consultation)).andExpect(status().isNotFound());
        says("sh-lead", consultation, "HOLDER_STAYS").andExpect(status().is3xxRedirection());
        assertThat(state(consultation)).isEqualTo("ESCALATED");
        says("tz-coord", consultation, "JOINS").andExpect(status().is3xxRedirection());
        settle("joint", consultation, "京津冀函〔2026〕1号").andExpect(status().is(422));
        says("lf-coord", consultation, "JOINS").andExpect(status().is3xxRedirection());
        settle("joint", consultation, "").andExpect(status().is(422));
        settle("tz-coord", consultation, "京津冀函〔2026〕1号").andExpect(status().isForbidden());
        settle("joint", consultation, "京津冀函〔2026〕1号").andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(office("sh-officer"));
        desk.as("xh-officer", get("/ledger/" + id))
                .andExpect(content().string(containsString("登记线索")))
                .andExpect(content().string(containsString("京津冀函〔2026〕1号")));
    }

    @Test
    void silence_is_no_consent_but_after_the_time_the_office_that_asked_may_go_to_both_sides() throws Exception {
        var consultation = ask("JOINS");
        desk.as("xh-officer", to(consultation, "escalations")).andExpect(status().is(422));
        jdbc.sql("update lead_consultation set due_on = current_date - 2 where id = ?")
                .param(consultation)
                .update();
        desk.as("sh-officer", to(consultation, "escalations")).andExpect(status().isForbidden());
        desk.as("xh-officer", to(consultation, "escalations")).andExpect(status().is3xxRedirection());
        assertThat(state(consultation)).isEqualTo("ESCALATED");
        assertThat(desk.one(Integer.class, "select count(*) from prospect_partner where prospect_id = ?", id))
                .isZero();
    }

    @Test
    void the_holder_asks_nobody_and_one_consultation_stands_in_the_way_of_another() throws Exception {
        desk.as("sh-officer", get("/ledger/" + id + "/consultations/new")).andExpect(status().isForbidden());
        ask("JOINS");
        desk.as(
                        "dc-officer",
                        post("/ledger/" + id + "/consultations")
                                .param("wish", "JOINS")
                                .param("reason", "企业也来过大厂"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("正在会商")));
    }

    private UUID ask(String wish) throws Exception {
        var to = desk.as(
                        "xh-officer",
                        post("/ledger/" + id + "/consultations")
                                .param("wish", wish)
                                .param("reason", "企业两年前已到访香河"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    private ResultActions says(String login, UUID consultation, String outcome) throws Exception {
        return desk.as(login, to(consultation, "answers").param("outcome", outcome));
    }

    private ResultActions settle(String login, UUID consultation, String number) throws Exception {
        return desk.as(login, to(consultation, "outcomes").param("documentNumber", number));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder to(
            UUID consultation, String verb) {
        return post("/ledger/consultations/" + consultation + "/" + verb);
    }

    private String state(UUID consultation) {
        return desk.one(String.class, "select state from lead_consultation where id = ?", consultation);
    }

    private UUID holder() {
        return desk.one(UUID.class, "select holder_office_id from prospect where id = ?", id);
    }

    private UUID office(String login) {
        return desk.viewer(login).organization();
    }
}
