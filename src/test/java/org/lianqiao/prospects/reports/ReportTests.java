package org.lianqiao.prospects.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional
class ReportTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void an_officer_drafts_the_lead_submits_and_what_is_submitted_stays_as_it_was() throws Exception {
        var dropped = drop("企业暂无意愿");
        var id = begin();
        assertThat(begin()).isEqualTo(id);
        as("xh-officer", get("/ledger/reports/" + id))
                .andExpect(content().string(containsString("企业暂无意愿")))
                .andExpect(content().string(containsString("复制转发文字")));
        as("xh-officer", verb(id, "submit")).andExpect(status().isForbidden());
        as("xh-officer", verb(id, "review").param("note", "本周重点两家")).andExpect(status().is3xxRedirection());
        as("xh-lead", get("/desk")).andExpect(content().string(containsString("待审核的台账周报")));
        as("xh-lead", verb(id, "submit").param("note", "本周重点两家")).andExpect(status().is3xxRedirection());
        jdbc.sql("delete from stage_change where prospect_id = ? and move = 'DROPPED'")
                .param(dropped)
                .update();
        as("xh-officer", get("/ledger/reports/" + id))
                .andExpect(content().string(containsString("企业暂无意愿")))
                .andExpect(content().string(containsString("数据已固定")));
        as("xh-lead", verb(id, "write").param("note", "改写")).andExpect(status().is(422));
    }

    @Test
    void what_changes_later_stands_beside_as_an_adjustment_with_its_reason() throws Exception {
        var id = begin();
        as("xh-officer", verb(id, "review"));
        as("xh-lead", verb(id, "submit"));
        as("xh-lead", adjust(id, "0")).andExpect(status().is(422));
        as("xh-officer", adjust(id, "1")).andExpect(status().isForbidden());
        as("xh-lead", adjust(id, "1")).andExpect(status().is3xxRedirection());
        as("xh-lead", get("/ledger/reports/" + id)).andExpect(content().string(containsString("漏报一家")));
    }

    @Test
    void the_lead_sends_a_draft_back_with_a_reason() throws Exception {
        var id = begin();
        as("xh-officer", verb(id, "review"));
        as("xh-lead", verb(id, "return")).andExpect(status().is(422));
        as("xh-lead", verb(id, "return").param("returned", "请补充签约进展")).andExpect(status().is3xxRedirection());
        as("xh-officer", get("/ledger/reports/" + id)).andExpect(content().string(containsString("请补充签约进展")));
    }

    @Test
    void the_coordinating_office_reads_what_was_submitted_and_nobody_else_does() throws Exception {
        var id = begin();
        as("lf-coord", get("/ledger/reports/" + id)).andExpect(status().isNotFound());
        as("xh-officer", verb(id, "review"));
        as("xh-lead", verb(id, "submit"));
        as("lf-coord", get("/ledger/reports/" + id)).andExpect(status().isOk());
        as("tz-lead", get("/ledger/reports/" + id)).andExpect(status().isNotFound());
        as("sh-lead", get("/ledger/reports/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void it_goes_out_as_a_sheet() throws Exception {
        var file = as("xh-officer", get("/ledger/reports/" + begin() + "/sheet"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    @Test
    void the_times_of_the_stages_count_the_own_offices_and_link_to_the_list() throws Exception {
        as("xh-officer", get("/ledger/times"))
                .andExpect(content().string(containsString("/ledger?scope=HELD&amp;status=OPEN&amp;stage=CONTACTED")))
                .andExpect(content().string(not(containsString("按单位"))));
        as("lf-coord", get("/ledger/times"))
                .andExpect(content().string(containsString("按单位")))
                .andExpect(content().string(not(containsString("通州区投资促进中心"))));
    }

    private UUID drop(String why) throws Exception {
        var prospect = jdbc.sql("""
                select p.id from prospect p join account a on a.id = p.owner_account_id
                 where a.login = 'xh-officer' and p.status = 'OPEN' order by p.number limit 1
                """).query(UUID.class).single();
        as(
                        "xh-officer",
                        post("/ledger/" + prospect + "/drops")
                                .param("why", "NO_DEMAND")
                                .param("reason", why))
                .andExpect(status().is3xxRedirection());
        return prospect;
    }

    private UUID begin() throws Exception {
        var to = as("xh-officer", post("/ledger/reports"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(to).startsWith("/ledger/reports/");
        return UUID.fromString(String.valueOf(to).substring("/ledger/reports/".length()));
    }

    private AbstractMockHttpServletRequestBuilder<?> verb(UUID id, String verb) {
        var version = jdbc.sql("select version from ledger_report where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return post("/ledger/reports/" + id + "/notes").param("verb", verb).param("version", version);
    }

    private static AbstractMockHttpServletRequestBuilder<?> adjust(UUID id, String difference) {
        return post("/ledger/reports/" + id + "/adjustments")
                .param("section", "NEW")
                .param("difference", difference)
                .param("reason", "漏报一家");
    }

    private ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(new People(jdbc, viewers).as(login)).with(csrf()));
    }
}
