package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class JoiningTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Memberships memberships;

    @Autowired
    Viewers viewers;

    Company company;
    UUID manager;

    @BeforeEach
    void found() {
        company = Company.founded(jdbc, memberships, viewers);
        manager = company.manager();
    }

    @Test
    void whom_the_manager_grants_signs_in_as_a_member() throws Exception {
        var phone = Applicant.freshPhone();
        var token = ask(phone);
        assertThat(waiting()).isZero();
        confirm(token, Applicant.code(jdbc, phone));
        assertThat(waiting()).isEqualTo(1);
        mvc.perform(get("/organization/people").with(company.as(manager)))
                .andExpect(content().string(containsString("市场部经理")))
                .andExpect(content().string(not(containsString(phone))));
        mvc.perform(post("/organization/join-requests/" + request(token) + "/grants")
                .with(company.as(manager))
                .with(csrf()));
        mvc.perform(get("/register/join/" + token)).andExpect(content().string(containsString("已同意加入")));
        mvc.perform(formLogin("/sign-in").user("login", phone).password(Applicant.PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void a_refusal_has_a_reason_that_is_sent() throws Exception {
        var phone = Applicant.freshPhone();
        var token = ask(phone);
        confirm(token, Applicant.code(jdbc, phone));
        var refusals = "/organization/join-requests/" + request(token) + "/refusals";
        mvc.perform(post(refusals).with(company.as(manager)).with(csrf()));
        assertThat(waiting()).isEqualTo(1);
        mvc.perform(post(refusals)
                .param("reason", "请走人事流程")
                .with(company.as(manager))
                .with(csrf()));
        mvc.perform(get("/register/join/" + token)).andExpect(content().string(containsString("请走人事流程")));
        mvc.perform(post(refusals)
                        .param("reason", "再来一次")
                        .with(company.as(manager))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void neither_a_member_nor_the_manager_of_another_organisation_decides() throws Exception {
        var phone = Applicant.freshPhone();
        var token = ask(phone);
        confirm(token, Applicant.code(jdbc, phone));
        var grants = "/organization/join-requests/" + request(token) + "/grants";
        var member = company.person(Applicant.freshPhone(), Role.MEMBER);
        mvc.perform(post(grants).with(company.as(member)).with(csrf())).andExpect(status().isForbidden());
        var other = Company.founded(jdbc, memberships, viewers);
        mvc.perform(post(grants).with(other.as(other.manager())).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void who_asks_twice_without_confirming_starts_anew_and_who_confirmed_waits() throws Exception {
        var phone = Applicant.freshPhone();
        var first = ask(phone);
        var second = ask(phone);
        mvc.perform(get("/register/join/" + first)).andExpect(status().isNotFound());
        confirm(second, Applicant.code(jdbc, phone));
        mvc.perform(form(phone))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已申请加入")));
    }

    @Test
    void an_office_has_no_such_door_and_a_foreign_token_leads_nowhere() throws Exception {
        mvc.perform(get("/register/join").param("uscc", "12110112237132586W")).andExpect(status().isNotFound());
        mvc.perform(get("/register/join").param("uscc", "nonsense")).andExpect(status().isNotFound());
        mvc.perform(get("/register/join/" + Tokens.next())).andExpect(status().isNotFound());
    }

    @Test
    void what_is_missing_or_wrong_is_said_at_its_field() throws Exception {
        mvc.perform(post("/register/join").param("uscc", company.uscc()).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(form("not-an-address"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not-an-address")));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(String reach) {
        return post("/register/join")
                .param("uscc", company.uscc())
                .param("name", "𠮷示例")
                .param("reach", reach)
                .param("reason", "市场部经理")
                .param("password", Applicant.PASSWORD)
                .param("agreed", "true")
                .with(csrf());
    }

    private String ask(String phone) throws Exception {
        var page = mvc.perform(form(phone))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1);
    }

    private void confirm(String token, String code) throws Exception {
        mvc.perform(post("/register/join/" + token).param("code", code).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private String request(String token) {
        return jdbc.sql("select id::text from join_request where token_hash = ?")
                .param(Tokens.digest(token))
                .query(String.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql(
                        "select count(*) from join_request where organization_id = ? and state = 'WAITING' and confirmed_at is not null")
                .param(company.id())
                .query(Integer.class)
                .single();
    }
}
