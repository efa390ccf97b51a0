package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 流转: what the offices and the enterprise say, in every order. */
@PortalTest
class TransferTests {
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
    void anEnterpriseOfTongzhou() throws Exception {
        desk = new Desk(mvc, ledger, viewers, jdbc);
        id = desk.lead("tz-officer", "示例·流转企业" + UUID.randomUUID());
        desk.as(
                "tz-officer",
                post("/ledger/" + id + "/contacts").param("name", "周某某").param("phone", "13800002468"));
    }

    @Test
    void what_an_officer_offers_waits_for_the_own_lead() throws Exception {
        var transfer = offer("tz-officer", false);
        desk.as("sh-officer", get("/ledger/transfers/" + transfer)).andExpect(status().isNotFound());
        desk.as("tz-officer", say(transfer, "approvals")).andExpect(status().isForbidden());
        desk.as("tz-lead", say(transfer, "approvals")).andExpect(status().is3xxRedirection());
        desk.as("sh-officer", get("/ledger/transfers/" + transfer))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("请答复")))
                .andExpect(content().string(not(containsString("13800002468"))));
        desk.as("tz-officer", get("/ledger/" + id)).andExpect(content().string(containsString("流转中")));
        desk.as("dc-officer", get("/ledger/transfers/" + transfer)).andExpect(status().isNotFound());
    }

    @Test
    void who_accepts_holds_it_with_its_history_and_who_offered_keeps_the_credit() throws Exception {
        var transfer = offer("tz-lead", false);
        desk.as("sh-officer", say(transfer, "acceptances")).andExpect(status().is3xxRedirection());
        assertThat(holder()).isEqualTo(desk.viewer("sh-officer").organizationId());
        desk.as("sh-officer", get("/ledger/" + id))
                .andExpect(content().string(containsString("登记线索")))
                .andExpect(content().string(containsString("引荐")));
        desk.as("tz-officer", get("/ledger/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("按共享范围显示")));
        desk.as("tz-officer", get("/ledger/transfers")).andExpect(content().string(containsString("/ledger/" + id)));
        assertThat(desk.one(
                        UUID.class,
                        "select next_owner_id from follow_up where prospect_id = ? and done_at is null and next_step <> ''",
                        id))
                .isEqualTo(desk.viewer("sh-officer").accountId());
    }

    @Test
    void one_open_transfer_stands_in_the_way_of_another_until_it_is_refused_with_a_reason() throws Exception {
        var transfer = offer("tz-lead", false);
        desk.as("tz-lead", offering(false))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("正在流转")));
        desk.as("sh-lead", say(transfer, "refusals")).andExpect(status().is(422));
        desk.as("sh-lead", say(transfer, "refusals").param("answer", "无合适载体")).andExpect(status().is3xxRedirection());
        desk.as("sh-lead", say(transfer, "acceptances")).andExpect(status().is(422));
        assertThat(holder()).isEqualTo(desk.viewer("tz-lead").organizationId());
        assertThat(offer("tz-lead", false)).isNotEqualTo(transfer);
    }

    @Test
    void the_contact_goes_along_only_when_both_have_said_yes_whichever_comes_last() throws Exception {
        var transfer = offer("tz-lead", true);
        var link = link();
        desk.as("sh-officer", say(transfer, "acceptances"));
        assertThat(passed()).isZero();
        mvc.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(containsString("周**")));
        mvc.perform(post(link).with(csrf())).andExpect(status().is(422));
        mvc.perform(post(link).with(csrf()).param("agrees", "yes")).andExpect(status().is3xxRedirection());
        mvc.perform(get(link)).andExpect(content().string(containsString("已同意提供")));
        assertThat(passed()).isEqualTo(1);
        desk.as("sh-officer", get("/ledger/" + id)).andExpect(content().string(containsString("138****2468")));
        assertThat(desk.one(
                        String.class,
                        "select purpose from consent where subject_id = ? and given_by_account is null",
                        transfer))
                .isEqualTo("CONTACT_TO_OTHER_OFFICE");
    }

    @Test
    void a_no_keeps_the_contact_back_and_the_office_writes_down_what_it_was_told_with_evidence() throws Exception {
        var transfer = offer("tz-lead", true);
        desk.as(
                        "tz-officer",
                        say(transfer, "consents").param("on", "2026-01-05").param("agrees", "yes"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请写明依据")));
        desk.as(
                        "sh-officer",
                        say(transfer, "consents").param("on", "2026-01-05").param("evidence", "函"))
                .andExpect(status().isForbidden());
        desk.as(
                        "tz-officer",
                        say(transfer, "consents")
                                .param("on", "2026-01-05")
                                .param("evidence", "电话记录")
                                .param("agrees", "no"))
                .andExpect(status().is3xxRedirection());
        desk.as("sh-officer", say(transfer, "acceptances"));
        assertThat(passed()).isZero();
        desk.as("tz-officer", get("/ledger/transfers/" + transfer))
                .andExpect(content().string(containsString("企业不同意")))
                .andExpect(content().string(containsString("电话记录")));
    }

    @Test
    void the_enterprises_account_answers_for_itself_and_for_nobody_else() throws Exception {
        jdbc.sql("update prospect set organization_id = ? where id = ?")
                .params(desk.viewer("enterprise").organizationId(), id)
                .update();
        jdbc.sql("update contact set organization_id = ? where phone like '%13800002468'")
                .param(desk.viewer("enterprise").organizationId())
                .update();
        var transfer = offer("tz-lead", true);
        desk.as("enterprise", get("/my/consents"))
                .andExpect(content().string(containsString("/my/consents/" + transfer)));
        desk.as("enterprise-sz", post("/my/consents/" + transfer).param("agrees", "yes"))
                .andExpect(status().isNotFound());
        desk.as("enterprise", post("/my/consents/" + transfer).param("agrees", "yes"))
                .andExpect(status().is3xxRedirection());
        desk.as("sh-officer", say(transfer, "acceptances"));
        assertThat(passed()).isEqualTo(1);
        desk.as("tz-lead", post("/ledger/" + id + "/drops")).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder say(UUID transfer, String verb) {
        return post("/ledger/transfers/" + transfer + "/" + verb);
    }

    private MockHttpServletRequestBuilder offering(boolean withContact) {
        var request = post("/ledger/" + id + "/transfers")
                .param("office", String.valueOf(desk.viewer("sh-officer").organizationId()))
                .param("reason", "对方载体更合适");
        return withContact
                ? request.param(
                        "contact",
                        desk.one(
                                String.class,
                                "select c.id::text from contact c join prospect p on p.organization_id = c.organization_id"
                                        + " where p.id = ? and c.phone like '%13800002468' order by c.created_at desc limit 1",
                                id))
                : request;
    }

    private UUID offer(String login, boolean withContact) throws Exception {
        var to = desk.as(login, offering(withContact))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    /** The personal link, from the message to the person. */
    private String link() {
        var body = desk.one(
                String.class,
                "select body from outbox_message where body like '%/consents/%' order by created_at desc limit 1");
        return body.substring(body.indexOf("/consents/")).strip();
    }

    private int passed() {
        return desk.one(
                Integer.class,
                "select count(*) from contact c join prospect p on p.organization_id = c.organization_id"
                        + " where p.id = ? and c.held_by_office_id = ? and c.consent_id is not null",
                id,
                desk.viewer("sh-officer").organizationId());
    }

    private UUID holder() {
        return desk.one(UUID.class, "select holder_office_id from prospect where id = ?", id);
    }
}
