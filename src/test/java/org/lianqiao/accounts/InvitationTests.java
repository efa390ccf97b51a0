package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class InvitationTests {
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
    void an_invited_colleague_sets_a_password_and_signs_in() throws Exception {
        var phone = Applicant.freshPhone();
        invite(phone).andExpect(status().is3xxRedirection());
        var token = token(phone);
        mvc.perform(get("/invitations/" + token)).andExpect(content().string(containsString(company.name())));
        accept(token).andExpect(redirectedUrl("/sign-in?done=joined"));
        mvc.perform(formLogin("/sign-in").user("login", phone).password(Applicant.PASSWORD))
                .andExpect(authenticated());
        accept(token).andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_has_an_account_keeps_the_password_and_gets_a_second_organisation() throws Exception {
        var phone = Applicant.freshPhone();
        var person = Company.founded(jdbc, memberships, viewers).person(phone, Role.MEMBER);
        invite(phone);
        mvc.perform(post("/invitations/" + token(phone)).param("agreed", "true").with(csrf()))
                .andExpect(redirectedUrl("/sign-in?done=joined"));
        assertThat(jdbc.sql("select count(*) from membership where account_id = ? and ended_at is null")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_newer_invitation_a_revocation_and_seven_days_end_it() throws Exception {
        var phone = Applicant.freshPhone();
        invite(phone);
        var older = token(phone);
        invite(phone);
        accept(older).andExpect(status().isUnprocessableContent());
        var newer = token(phone);
        var id = jdbc.sql("select id::text from invitation where token_hash = ?")
                .param(Tokens.digest(newer))
                .query(String.class)
                .single();
        mvc.perform(post("/organization/invitations/" + id + "/revocations")
                        .with(company.as(company.person(Applicant.freshPhone(), Role.MEMBER)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        jdbc.sql("update invitation set expires_at = now() - interval '1 minute' where id = ?::uuid")
                .param(id)
                .update();
        mvc.perform(get("/invitations/" + newer)).andExpect(content().string(containsString("已过期")));
        accept(newer).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/organization/invitations/" + id + "/revocations")
                .with(company.as(manager))
                .with(csrf()));
        mvc.perform(get("/invitations/" + newer)).andExpect(content().string(containsString("已撤销")));
    }

    @Test
    void members_and_officers_invite_nobody_and_a_foreign_token_leads_nowhere() throws Exception {
        var people = new People(jdbc, viewers);
        for (var login : new String[] {"tz-lead", "security-admin"})
            mvc.perform(post("/organization/invitations")
                            .param("name", "示例")
                            .param("target", Applicant.freshPhone())
                            .with(people.as(login))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        mvc.perform(get("/invitations/" + Tokens.next())).andExpect(status().isNotFound());
    }

    @Test
    void a_wrong_address_and_a_colleague_are_refused_at_the_field() throws Exception {
        invite("12")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("手机号无法识别")));
        var phone = Applicant.freshPhone();
        company.person(phone, Role.MEMBER);
        invite(phone).andExpect(content().string(containsString("已是本单位人员")));
    }

    @Test
    void a_change_of_roles_ends_the_sessions_and_the_last_manager_stays() throws Exception {
        var colleague = company.person(Applicant.freshPhone(), Role.MEMBER);
        session(colleague);
        mvc.perform(post("/organization/people/" + company.membership(colleague) + "/roles")
                .param("manager", "true")
                .with(company.as(manager))
                .with(csrf()));
        assertThat(company.viewer(colleague).roles()).contains(Role.MANAGER);
        assertThat(sessions(colleague)).isZero();
        memberships.appoint(company.membership(colleague), false, company.viewer(manager));
        mvc.perform(post("/organization/people/" + company.membership(manager) + "/roles")
                .param("manager", "false")
                .with(company.as(manager))
                .with(csrf()));
        assertThat(company.viewer(manager).roles()).contains(Role.MANAGER);
    }

    @Test
    void who_is_removed_is_signed_out_and_the_last_membership_takes_the_account_along() throws Exception {
        var phone = Applicant.freshPhone();
        var colleague = company.person(phone, Role.MEMBER);
        session(colleague);
        var ending = "/organization/people/" + company.membership(colleague) + "/endings";
        var other = Company.founded(jdbc, memberships, viewers);
        mvc.perform(post(ending).with(other.as(other.manager())).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post(ending).with(company.as(manager)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(sessions(colleague)).isZero();
        assertThat(jdbc.sql("select status || phone from account where id = ?")
                        .param(colleague)
                        .query(String.class)
                        .single())
                .isEqualTo("ENDED");
    }

    private ResultActions invite(String target) throws Exception {
        return mvc.perform(post("/organization/invitations")
                .param("name", "周示例")
                .param("target", target)
                .with(company.as(manager))
                .with(csrf()));
    }

    private ResultActions accept(String token) throws Exception {
        return mvc.perform(post("/invitations/" + token)
                .param("name", "周示例")
                .param("password", Applicant.PASSWORD)
                .param("agreed", "true")
                .with(csrf()));
    }

    private String token(String target) {
        var body = jdbc.sql(
                        "select body from outbox_message where recipient = ? order by created_at desc, id desc limit 1")
                .param(target)
                .query(String.class)
                .single();
        var link = Pattern.compile("/invitations/([A-Za-z0-9_-]{32})").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void session(UUID person) {
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name)
                values (?, ?, 0, 0, 1800, 9999999999999, ?)
                """)
                .params(UUID.randomUUID().toString(), UUID.randomUUID().toString(), person.toString())
                .update();
    }

    private int sessions(UUID person) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(person.toString())
                .query(Integer.class)
                .single();
    }
}
