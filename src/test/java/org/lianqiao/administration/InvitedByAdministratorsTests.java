package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;

/** Whom the security administrator invites. */
@PortalTest
class InvitedByAdministratorsTests extends AdministrationDesk {
    @Test
    void a_person_is_invited_by_a_link_that_is_shown_once_and_can_be_revoked() throws Exception {
        var office = created("示例招商七处" + UUID.randomUUID().toString().substring(0, 8));
        var target = "invite-" + UUID.randomUUID() + "@example.cn";
        var sent = invite(office, "李𠮷", target, "OFFICER").andExpect(status().is3xxRedirection());
        var link = String.valueOf(sent.andReturn().getFlashMap().get("link"));
        assertThat(link).matches(".*/invitations/[A-Za-z0-9_-]{32}");
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = ? and body like ?")
                        .params(target, "%" + link + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var id = jdbc.sql("select id from invitation where target = ?")
                .param(target)
                .query(UUID.class)
                .single();
        mvc.perform(get("/administration/invitations").with(people.as("security-admin")))
                .andExpect(content().string(containsString("李𠮷")))
                .andExpect(content().string(not(containsString(target))));
        act("/administration/invitations/" + id + "/revocations", "security-admin")
                .andExpect(status().is3xxRedirection());
        act("/administration/invitations/" + id + "/revocations", "security-admin")
                .andExpect(status().isNotFound());
    }

    @Test
    void who_is_invited_by_the_administrator_accepts_and_signs_in_with_the_roles_given() throws Exception {
        var office = created("示例招商九处" + UUID.randomUUID().toString().substring(0, 8));
        var target = "invite-" + UUID.randomUUID() + "@example.cn";
        var link = String.valueOf(invite(office, "赵𠮷", target, "OFFICER", "LEAD")
                .andReturn()
                .getFlashMap()
                .get("link"));
        var page = link.substring(link.indexOf("/invitations/"));
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例招商九处")))
                .andExpect(content().string(containsString("科长")))
                .andExpect(content().string(not(containsString(target))));
        for (var wrong : new String[] {"", "short1", "onlyletters"})
            mvc.perform(post(page)
                            .param("name", "赵𠮷")
                            .param("password", wrong)
                            .param("agreed", "true")
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("赵𠮷")));
        mvc.perform(post(page).param("name", "赵𠮷").param("password", PASSWORD).with(csrf()))
                .andExpect(status().is(422)); // without consent
        mvc.perform(post(page)
                        .param("name", "赵𠮷")
                        .param("password", PASSWORD)
                        .param("agreed", "true")
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?done=joined"));
        mvc.perform(formLogin("/sign-in").user("login", target).password(PASSWORD))
                .andExpect(authenticated().withRoles("OFFICER", "LEAD"));
        mvc.perform(get(page)).andExpect(content().string(containsString("邀请已失效")));
    }

    @Test
    void what_is_wrong_in_an_invitation_stands_at_its_field() throws Exception {
        var office = created("示例招商八处" + UUID.randomUUID().toString().substring(0, 8));
        invite(office, "", "x@example.cn", "OFFICER").andExpect(status().is(422));
        invite(office, "王某", "12", "OFFICER")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写有效的手机号或邮箱")));
        invite(office, "王某", "x@example.cn", "SYSTEM_ADMIN")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该单位没有所选角色")));
        invite(UUID.randomUUID(), "王某", "x@example.cn", "OFFICER").andExpect(status().is(422));
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .list()
                .get(0);
        invite(operator, "王某", "y@example.cn", "SYSTEM_ADMIN", "AUDITOR")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
    }
}
