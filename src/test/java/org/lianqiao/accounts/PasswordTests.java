package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class PasswordTests {
    private static final String FRESH = "新的密码Fresh#2027";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Memberships memberships;

    @Autowired
    Viewers viewers;

    Company company;
    String phone = "";
    UUID person = UUID.randomUUID();

    @BeforeEach
    void meet() {
        company = Company.founded(jdbc, memberships, viewers);
        phone = Applicant.freshPhone();
        person = company.person(phone, Role.MEMBER);
    }

    @Test
    void a_forgotten_password_is_set_anew_by_a_code_and_ends_every_session() throws Exception {
        var session = signIn(Applicant.PASSWORD);
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        var page = ask(phone);
        mvc.perform(post(page)
                        .param("code", Applicant.code(jdbc, phone))
                        .param("password", FRESH)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?done=reset"));
        mvc.perform(get("/account").cookie(session)).andExpect(status().is3xxRedirection());
        mvc.perform(formLogin("/sign-in").user("login", phone).password(Applicant.PASSWORD))
                .andExpect(unauthenticated());
        mvc.perform(formLogin("/sign-in").user("login", phone).password(FRESH)).andExpect(authenticated());
    }

    @Test
    void the_answer_is_the_same_where_there_is_no_such_account() throws Exception {
        var nobody = Applicant.freshPhone();
        var page = ask(nobody);
        assertThat(page).matches("/password/reset/[0-9a-f-]{36}");
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = ?")
                        .param(nobody)
                        .query(Integer.class)
                        .single())
                .isZero();
        mvc.perform(post(page).param("code", "123456").param("password", FRESH).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("验证码不正确")));
        for (var typed : new String[] {nobody, phone}) {
            for (int i = 0; i < 6; i++)
                mvc.perform(post("/password/forgot").param("login", typed).with(csrf()));
            mvc.perform(post("/password/forgot").param("login", typed).with(csrf()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("发送过于频繁")));
        }
    }

    @Test
    void wrong_codes_are_counted_and_a_weak_password_is_refused() throws Exception {
        var page = ask(phone);
        var right = Applicant.code(jdbc, phone);
        mvc.perform(post(page).param("code", right).param("password", "short1").with(csrf()))
                .andExpect(content().string(containsString("密码至少 10 位")));
        var wrong = right.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++)
            mvc.perform(post(page).param("code", wrong).param("password", FRESH).with(csrf()));
        mvc.perform(post(page).param("code", right).param("password", FRESH).with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void changing_it_asks_for_the_old_one_and_signs_out_elsewhere() throws Exception {
        var here = signIn(Applicant.PASSWORD);
        var elsewhere = signIn(Applicant.PASSWORD);
        change(here, "wrong", FRESH).andExpect(content().string(containsString("原密码不正确")));
        change(here, Applicant.PASSWORD, "short1").andExpect(content().string(containsString("密码至少 10 位")));
        change(here, Applicant.PASSWORD, FRESH).andExpect(redirectedUrl("/account"));
        mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
        mvc.perform(get("/account").cookie(elsewhere)).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_session_is_another_one_after_signing_in() throws Exception {
        var first = signIn(Applicant.PASSWORD);
        var second = Objects.requireNonNull(mvc.perform(post("/sign-in")
                        .param("login", phone)
                        .param("password", Applicant.PASSWORD)
                        .cookie(first)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("lq-session"));
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        mvc.perform(get("/account").cookie(first)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_new_mail_address_counts_once_its_code_is_typed() throws Exception {
        var me = signIn(Applicant.PASSWORD);
        var mail = "new" + phone.substring(6) + "@example.cn";
        mvc.perform(post("/account/reach")
                        .param("reach", mail.toUpperCase(java.util.Locale.ROOT))
                        .cookie(me)
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/reach/confirmation"));
        mvc.perform(post("/account/reach/confirmation")
                        .param("code", "000000x")
                        .cookie(me)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/account/reach/confirmation")
                        .param("code", Applicant.code(jdbc, mail))
                        .cookie(me)
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));
        mvc.perform(formLogin("/sign-in").user("login", mail).password(Applicant.PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void the_name_changes_at_once_and_the_export_holds_what_is_mine() throws Exception {
        var me = signIn(Applicant.PASSWORD);
        var renamed = mvc.perform(
                        post("/account/name").param("name", "𠮷示例🚗").cookie(me).with(csrf()))
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getResponse()
                .getCookie("lq-session");
        var now = renamed == null ? me : renamed;
        mvc.perform(get("/account").cookie(now)).andExpect(content().string(containsString("𠮷示例🚗")));
        mvc.perform(get("/account/export").cookie(now))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(phone)));
        mvc.perform(post("/account/name")
                        .param("name", "x".repeat(31))
                        .cookie(now)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_person_of_two_organisations_acts_for_one_at_a_time() throws Exception {
        var other = Company.founded(jdbc, memberships, viewers);
        memberships.begin(person, other.id(), java.util.Set.of(Role.MEMBER));
        var me = signIn(Applicant.PASSWORD);
        var foreign = company.membership(company.manager());
        mvc.perform(post("/account/memberships/" + foreign + "/choices")
                        .cookie(me)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/account/memberships/" + other.membership(person) + "/choices")
                        .cookie(me)
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));
        assertThat(company.viewer(person).organizationId()).isEqualTo(other.id());
    }

    @Test
    void leaving_the_last_organisation_closes_the_account_and_leaves_the_organisation_to_be_claimed() throws Exception {
        var me = signIn(Applicant.PASSWORD);
        mvc.perform(post("/account/memberships/" + company.membership(person) + "/endings")
                        .cookie(me)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?done=ended"));
        mvc.perform(get("/account").cookie(me)).andExpect(status().is3xxRedirection());
        mvc.perform(formLogin("/sign-in").user("login", phone).password(Applicant.PASSWORD))
                .andExpect(unauthenticated());
        assertThat(jdbc.sql("select status from organization where id = ?")
                        .param(company.id())
                        .query(String.class)
                        .single())
                .isEqualTo("KNOWN");
    }

    private Cookie signIn(String password) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(formLogin("/sign-in").user("login", phone).password(password))
                        .andExpect(authenticated())
                        .andReturn()
                        .getResponse()
                        .getCookie("lq-session"));
    }

    private String ask(String login) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(post("/password/forgot").param("login", login).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private ResultActions change(Cookie session, String old, String fresh) throws Exception {
        return mvc.perform(post("/account/password")
                .param("old", old)
                .param("fresh", fresh)
                .cookie(session)
                .with(csrf()));
    }
}
