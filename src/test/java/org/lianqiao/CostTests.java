package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a page may cost: three statements for a list, whatever its length, and two for the frame beside the session's. */
@PortalTest
class CostTests {
    private static final int LIST = 3;
    private static final int FRAME = 2;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @ParameterizedTest
    @CsvSource({"/needs", "/needs?kind=FILL&region=131082&q=电池", "/projects", "/chains", "/events"})
    void a_public_list_costs_three_statements(String page) throws Exception {
        costsAtMost(LIST, get(page));
    }

    @ParameterizedTest
    @CsvSource({
        "/needs, tz-officer",
        "/projects, tz-officer",
        "/ledger, tz-officer",
        "/ledger/board, tz-officer",
        "/ledger/requests, tz-officer",
        "/ledger/alerts, sh-officer",
        "/ledger/reports, tz-lead",
        "/ledger/times, lf-coord",
        "/ledger/calendar?scope=BOTH&late=yes, sh-officer",
        "/ledger?scope=BOTH&sort=due&stage=LEAD&late=yes, sh-officer",
        "/events, tz-officer",
        "/meetings, tz-officer",
        "/meetings, lf-coord",
        "/meetings, enterprise",
        "/my/needs, enterprise",
        "/intents, enterprise",
        "/intents/inbox, tz-officer",
        "/reviews/needs, sh-reviewer",
        "/reviews/registrations, sh-reviewer",
        "/notifications, enterprise",
        "/audit, auditor"
    })
    void a_list_of_the_desk_costs_three_statements_and_its_frame_two(String page, String login) throws Exception {
        costsAtMost(LIST + FRAME, get(page).with(new People(jdbc, viewers).as(login)));
    }

    @Test
    void a_counter_that_counts_nothing_would_let_all_pass() throws Exception {
        assertThat(Statements.of(() -> jdbc.sql("select 1").query(Integer.class).single()))
                .containsExactly("select 1");
    }

    private void costsAtMost(int most, MockHttpServletRequestBuilder page) throws Exception {
        mvc.perform(page).andExpect(status().isOk());
        assertThat(Statements.of(() -> mvc.perform(page))).hasSizeLessThanOrEqualTo(most);
    }
}
