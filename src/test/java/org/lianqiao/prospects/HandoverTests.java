package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional
class HandoverTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void everything_of_who_leaves_goes_over_at_once_with_one_notice() throws Exception {
        var desk = new Desk(mvc, ledger, viewers, jdbc);
        var id = desk.lead("dc-officer", "示例·交接企业");
        var foreign = desk.lead("sh-officer", "示例·交接他人企业");
        var from = desk.viewer("dc-officer").account();
        var to = desk.viewer("dc-lead").account();
        desk.as("dc-lead", get("/ledger/handovers/new").param("from", from.toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例·交接企业")));
        desk.as("dc-lead", hand(from, to)).andExpect(status().is3xxRedirection());
        assertThat(desk.one(UUID.class, "select owner_account_id from prospect where id = ?", id))
                .isEqualTo(to);
        assertThat(desk.one(UUID.class, "select next_owner_id from follow_up where prospect_id = ?", id))
                .isEqualTo(to);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect where holder_office_id = ? and owner_account_id = ? and status in ('OPEN', 'PAUSED')",
                        desk.viewer("dc-lead").organization(),
                        from))
                .isZero();
        assertThat(desk.one(UUID.class, "select owner_account_id from prospect where id = ?", foreign))
                .isEqualTo(desk.viewer("sh-officer").account());
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from notification where account_id = ? and message_key = 'prospects.notice.handover'",
                        to))
                .isEqualTo(1);
    }

    @Test
    void only_the_lead_hands_over_and_only_within_the_office() throws Exception {
        var desk = new Desk(mvc, ledger, viewers, jdbc);
        desk.lead("dc-officer", "示例·越权交接企业");
        var from = desk.viewer("dc-officer").account();
        var to = desk.viewer("dc-lead").account();
        desk.as("dc-officer", hand(from, to)).andExpect(status().isForbidden());
        desk.as("sh-lead", hand(from, desk.viewer("sh-lead").account())).andExpect(status().is(422));
        desk.as("dc-lead", hand(from, desk.viewer("sh-officer").account())).andExpect(status().is(422));
        desk.as("dc-lead", hand(from, from)).andExpect(status().is(422));
        desk.as("dc-lead", post("/ledger/handovers").param("from", "x")).andExpect(status().is(422));
    }

    private static MockHttpServletRequestBuilder hand(UUID from, UUID to) {
        return post("/ledger/handovers").param("from", from.toString()).param("to", to.toString());
    }
}
