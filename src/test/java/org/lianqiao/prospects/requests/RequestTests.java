package org.lianqiao.prospects.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
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
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional
class RequestTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    UUID prospect;
    UUID department;

    @BeforeEach
    void find() {
        prospect = one("""
                select p.id from prospect p join organization o on o.id = p.holder_office_id join account a on a.id = p.owner_account_id
                 where a.login = 'xh-officer' and p.status = 'OPEN' order by p.number limit 1
                """);
        department = one("select id from organization where name like '香河县工业和信息化部门%'");
    }

    @Test
    void a_department_asked_finds_it_on_its_desk_and_its_answer_reaches_who_asked() throws Exception {
        var id = ask("需要双回路供电" + prospect);
        as("xh-gx", get("/desk")).andExpect(content().string(containsString("需要双回路供电")));
        as("xh-gx", get("/ledger/requests")).andExpect(content().string(containsString("需要双回路供电")));
        as("xh-gx", step(id, "WORK", "约供电部门现场勘查")).andExpect(status().is3xxRedirection());
        as("xh-officer", get("/ledger/" + prospect))
                .andExpect(content().string(containsString("需要双回路供电")))
                .andExpect(content().string(containsString("协调中")));
        as("xh-gx", step(id, "ANSWER", "可双回路供电")).andExpect(status().is3xxRedirection());
        assertThat(notices("xh-officer", "requests.notice.ANSWER", id)).isEqualTo(1);
        as("xh-gx", get("/desk")).andExpect(content().string(not(containsString("需要双回路供电"))));
    }

    @Test
    void only_who_asked_opens_it_again_and_an_answer_needs_words() throws Exception {
        var id = ask("需要人才公寓");
        as("xh-gx", step(id, "ANSWER", " ")).andExpect(status().is(422));
        as("xh-gx", step(id, "ANSWER", "已协调 20 套"));
        as("xh-gx", step(id, "REOPEN", "重开").param("due", tomorrow())).andExpect(status().isForbidden());
        as("xh-officer", step(id, "REOPEN", "套数不足").param("due", tomorrow())).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select state from enterprise_request where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("WORKING");
    }

    @Test
    void the_second_of_two_who_handle_it_keeps_what_was_typed() throws Exception {
        var id = ask("需要检测平台");
        var late = step(id, "WORK", "后来者的措施");
        as("xh-gx", step(id, "WORK", "先来者的措施"));
        as("xh-officer", late)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("他人已先办理")))
                .andExpect(content().string(containsString("后来者的措施")));
    }

    @Test
    void no_other_office_reads_it_and_reassigning_moves_it() throws Exception {
        var id = ask("需要跨省通勤班车");
        as("dc-officer", get("/ledger/requests/" + id)).andExpect(status().isNotFound());
        var dachang = viewer("dc-officer").organization();
        as("xh-officer", step(id, "REASSIGN", "").param("office", dachang.toString()))
                .andExpect(status().is3xxRedirection());
        as("dc-officer", get("/ledger/requests/" + id)).andExpect(status().isOk());
        as("xh-gx", get("/ledger/requests/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void what_is_missing_is_said_at_its_field() throws Exception {
        as(
                        "xh-officer",
                        post("/ledger/" + prospect + "/requests")
                                .param("text", "要电")
                                .param("due", "2027-02-30"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("要电")));
        as("xh-officer", post("/ledger/" + prospect + "/requests").param("text", "x"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择责任单位")))
                .andExpect(content().string(containsString("2 至 300 字")));
        as("xh-officer", get("/ledger/" + prospect + "/requests/new").param("line", "要电 @香河工信 @无此日"))
                .andExpect(content().string(containsString("“@无此日”未识别")));
    }

    private UUID ask(String text) throws Exception {
        as(
                        "xh-officer",
                        post("/ledger/" + prospect + "/requests")
                                .param("text", text)
                                .param("office", department.toString())
                                .param("due", tomorrow()))
                .andExpect(status().is3xxRedirection());
        return jdbc.sql("select id from enterprise_request where text = ?")
                .param(text)
                .query(UUID.class)
                .single();
    }

    private AbstractMockHttpServletRequestBuilder<?> step(UUID id, String action, String note) {
        var version = jdbc.sql("select version from enterprise_request where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return post("/ledger/requests/" + id + "/steps")
                .param("action", action)
                .param("note", note)
                .param("version", version);
    }

    private int notices(String login, String key, UUID request) {
        return jdbc.sql("select count(*) from notification where account_id = ? and message_key = ? and link like ?")
                .params(viewer(login).account(), key, "%" + request)
                .query(Integer.class)
                .single();
    }

    private ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(new People(jdbc, viewers).as(login)).with(csrf()));
    }

    private org.lianqiao.shared.Viewer viewer(String login) {
        return new People(jdbc, viewers).viewer(login);
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private static String tomorrow() {
        return LocalDate.now().plusDays(1).toString();
    }
}
