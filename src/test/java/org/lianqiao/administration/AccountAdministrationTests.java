package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;

/** Accounts, roles and locks as the security administrator keeps them. */
@PortalTest
class AccountAdministrationTests extends AdministrationDesk {
    @Test
    void new_roles_sign_the_person_out_and_the_audit_tells_from_what_to_what() throws Exception {
        var office = created("示例招商三处" + UUID.randomUUID().toString().substring(0, 8));
        var person = colleague(office);
        signedIn(person);
        roles(person, "OFFICER", "LEAD").andExpect(status().is3xxRedirection());
        assertThat(rolesOf(person)).containsExactlyInAnyOrder("OFFICER", "LEAD");
        assertThat(sessions(person)).isZero();
        assertThat(jdbc.sql("select detail from audit_entry where action = 'account.roles' and entity_id = ?")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("经办 → 经办、科长");
    }

    @Test
    void a_role_that_the_organisation_does_not_have_is_refused() throws Exception {
        var person = colleague(created("示例招商四处" + UUID.randomUUID().toString().substring(0, 8)));
        roles(person, "AUDITOR").andExpect(status().is(422)).andExpect(content().string(containsString("该单位没有所选角色")));
        roles(person).andExpect(status().is(422)).andExpect(content().string(containsString("请至少选择一个角色")));
        assertThat(rolesOf(person)).containsExactly("OFFICER");
    }

    @Test
    void nobody_is_made_two_of_the_three_administrators() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        var person = account();
        member(person, operator, "AUDITOR");
        roles(person, "AUDITOR", "SYSTEM_ADMIN")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
        assertThat(rolesOf(person)).containsExactly("AUDITOR");
        jdbc.sql("update account set status = 'ENDED' where id = ?")
                .param(person)
                .update();
    }

    /** The form sees one organisation at a time; the database sees the person. */
    @Test
    void the_database_refuses_what_two_organisations_would_hide_and_the_form_says_so() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        var second = UUID.randomUUID();
        jdbc.sql("""
                insert into organization (id, kind, name, status, platform_role, created_at)
                values (?, 'OFFICE', ?, 'REGISTERED', 'OPERATOR', now())
                """)
                .params(second, "示例第二运营单位" + second.toString().substring(0, 8))
                .update();
        var person = account();
        member(person, operator, "AUDITOR");
        var membership = member(person, second, "REVIEW_ADMIN");
        perform(
                        post("/administration/accounts/" + person + "/memberships/" + membership + "/roles")
                                .param("role", "SYSTEM_ADMIN"),
                        "security-admin")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
        jdbc.sql("update account set status = 'ENDED' where id = ?")
                .param(person)
                .update();
        jdbc.sql("update organization set platform_role = null where id = ?")
                .param(second)
                .update();
    }

    @Test
    void nobody_changes_the_own_account() throws Exception {
        var own = people.viewer("security-admin").account();
        roles(own, "REVIEW_ADMIN").andExpect(status().is(422));
        act("/administration/accounts/" + own + "/endings", "security-admin");
        assertThat(rolesOf(own)).containsExactly("SECURITY_ADMIN");
    }

    @Test
    void an_account_is_suspended_brought_back_and_ended_for_good() throws Exception {
        var person = colleague(created("示例招商五处" + UUID.randomUUID().toString().substring(0, 8)));
        signedIn(person);
        act("/administration/accounts/" + person + "/suspensions", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ACTIVE");
        perform(post("/administration/accounts/" + person + "/suspensions").param("reason", "借调"), "security-admin");
        assertThat(accountStatus(person)).isEqualTo("SUSPENDED");
        assertThat(sessions(person)).isZero();
        act("/administration/accounts/" + person + "/reactivations", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ACTIVE");
        perform(post("/administration/accounts/" + person + "/endings").param("reason", "离职"), "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ENDED");
        assertThat(jdbc.sql("select count(*) from membership where account_id = ? and ended_at is null")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
        act("/administration/accounts/" + person + "/reactivations", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ENDED");
    }

    @Test
    void a_locked_name_is_unlocked() throws Exception {
        var person = colleague(created("示例招商六处" + UUID.randomUUID().toString().substring(0, 8)));
        var login = jdbc.sql("select login from account where id = ?")
                .param(person)
                .query(String.class)
                .single();
        for (int i = 0; i < 5; i++)
            mvc.perform(post("/sign-in")
                    .param("login", login)
                    .param("password", "wrong")
                    .with(csrf()));
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(containsString("登录已锁定")));
        act("/administration/accounts/" + person + "/unlockings", "security-admin");
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(not(containsString("登录已锁定"))));
    }

    @Test
    void phone_and_mail_are_masked_until_a_recorded_look() throws Exception {
        var person = account();
        jdbc.sql("update account set email = ? where id = ?")
                .params("mask-" + person + "@example.cn", person)
                .update();
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(not(containsString("mask-" + person))));
        act("/administration/accounts/" + person + "/reveals", "security-admin")
                .andExpect(content().string(containsString("mask-" + person)));
        assertThat(actions(person)).contains("account.reveal");
    }
}
