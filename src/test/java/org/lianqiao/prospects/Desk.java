package org.lianqiao.prospects;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The desk of an officer: leads of one's own making, and requests as this or that person. */
record Desk(MockMvc mvc, Ledger ledger, People people, JdbcClient jdbc) {
    Desk(MockMvc mvc, Ledger ledger, Viewers viewers, JdbcClient jdbc) {
        this(mvc, ledger, new People(jdbc, viewers), jdbc);
    }

    /** A lead that this officer's office holds, with 电话联系 to be done in five days. */
    UUID lead(String login, String enterprise) {
        return lead(login, enterprise, "投资意向");
    }

    UUID lead(String login, String enterprise, String matter) {
        return ledger.report(
                new NewLead(
                        enterprise,
                        null,
                        matter,
                        LeadSource.VISIT,
                        "",
                        null,
                        null,
                        null,
                        "电话联系",
                        null,
                        LocalDate.now().plusDays(5)),
                viewer(login));
    }

    /** Answers what this officer's office was asked about the prospect. */
    void agrees(String login, UUID prospect) throws Exception {
        var request =
                one(UUID.class, "select id from partner_request where prospect_id = ? and state = 'OPEN'", prospect);
        as(
                login,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/ledger/partner-requests/" + request + "/agreements"));
    }

    Viewer viewer(String login) {
        return people.viewer(login);
    }

    ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    <T> T one(Class<T> type, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(type).single();
    }
}
