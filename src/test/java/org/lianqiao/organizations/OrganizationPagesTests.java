package org.lianqiao.organizations;

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
import org.lianqiao.shared.Ids;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class OrganizationPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    People people;

    @Test
    void a_manager_edits_the_profile_and_characters_outside_the_plane_survive() throws Exception {
        mvc.perform(edit("park", version("park"), "𠮷园区 🚗 标准厂房")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/organization").with(people.as("park")))
                .andExpect(content().string(containsString("𠮷园区 🚗 标准厂房")))
                .andExpect(content().string(containsString("中试车间")));
    }

    @Test
    void the_second_editor_sees_both_versions() throws Exception {
        var seen = version("association");
        mvc.perform(edit("association", seen, "先保存的简介")).andExpect(status().is3xxRedirection());
        mvc.perform(edit("association", seen, "后保存的简介"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("先保存的简介")))
                .andExpect(content().string(containsString("后保存的简介")));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_kept() throws Exception {
        mvc.perform(edit("park", version("park"), "x".repeat(1001)).param("website", "javascript:alert(1)"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("网址须以")))
                .andExpect(content().string(containsString("javascript:alert(1)")));
        mvc.perform(edit("park", version("park"), "简介").param("industryCode", "ZZ"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(edit("park", version("park"), "NUL\0")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void officers_have_no_such_page_and_administrators_neither() throws Exception {
        for (var login : new String[] {"tz-officer", "security-admin", "auditor"}) {
            mvc.perform(get("/organization").with(people.as(login))).andExpect(status().isForbidden());
            mvc.perform(edit(login, 0, "")).andExpect(status().isForbidden());
        }
    }

    @Test
    void whom_one_office_knows_is_not_found_by_another() throws Exception {
        var id = Ids.next();
        jdbc.sql(
                        "insert into organization (id, kind, name, status, created_at, created_by) values (?, 'ENTERPRISE', ?, 'KNOWN', now(), ?)")
                .params(id, "示例·仅三河知晓" + id, people.viewer("sh-officer").accountId())
                .update();
        var page = "/organizations/" + id;
        mvc.perform(get(page).with(people.as("sh-lead"))).andExpect(status().isOk());
        mvc.perform(get(page).with(people.as("tz-officer"))).andExpect(status().isNotFound());
        mvc.perform(get(page).with(people.as("enterprise"))).andExpect(status().isNotFound());
        mvc.perform(get(page)).andExpect(status().is3xxRedirection());
    }

    @Test
    void an_association_invites_the_member_agrees_and_either_ends_it() throws Exception {
        var member = member("enterprise-sz");
        mvc.perform(get("/members").param("q", "澄华").with(people.as("association")))
                .andExpect(content().string(containsString(member.toString())));
        mvc.perform(get("/organizations/" + member).with(people.as("association")))
                .andExpect(status().isNotFound());
        invite(member);
        invite(member);
        assertThat(open(member)).isEqualTo(1);
        assertThat(actsFor(member)).isFalse();
        var tie = tie(member);
        mvc.perform(post("/organization/associations/" + tie + "/agreements")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/organization/associations/" + tie + "/agreements")
                .with(people.as("enterprise-sz"))
                .with(csrf()));
        assertThat(actsFor(member)).isTrue();
        assertThat(consents(tie, "withdrawn_at is null")).isEqualTo(1);
        mvc.perform(get("/organizations/" + member).with(people.as("association")))
                .andExpect(status().isOk());
        mvc.perform(post("/members/" + tie + "/endings")
                        .with(people.as("association-sz"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/organization/associations/" + tie + "/endings")
                .with(people.as("enterprise-sz"))
                .with(csrf()));
        assertThat(actsFor(member)).isFalse();
        assertThat(consents(tie, "withdrawn_at is not null")).isEqualTo(1);
        invite(member);
        mvc.perform(post("/members/" + tie(member) + "/endings")
                        .with(people.as("association"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(open(member)).isZero();
    }

    @Test
    void only_associations_have_members_and_they_find_registered_ones_only() throws Exception {
        mvc.perform(get("/members").with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(get("/members").with(people.as("tz-officer"))).andExpect(status().isForbidden());
        mvc.perform(get("/members").param("q", "轻驰").with(people.as("association")))
                .andExpect(content().string(not(containsString("轻驰新材料"))));
        mvc.perform(post("/members")
                        .param("member", "nonsense")
                        .with(people.as("association"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder edit(String login, long version, String profile) {
        return post("/organization/edit")
                .param("regionCode", "131024")
                .param("products", "标准厂房、中试车间，中试车间")
                .param("profile", profile)
                .param("version", String.valueOf(version))
                .with(people.as(login))
                .with(csrf());
    }

    private long version(String login) {
        return jdbc.sql("select version from organization where id = ?")
                .param(people.viewer(login).organizationId())
                .query(Long.class)
                .single();
    }

    private UUID member(String login) {
        return people.viewer(login).organization();
    }

    private void invite(UUID member) throws Exception {
        mvc.perform(post("/members")
                        .param("member", member.toString())
                        .with(people.as("association"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private UUID tie(UUID member) {
        return jdbc.sql(
                        "select id from association_membership where member_id = ? and association_id = ? and state <> 'ENDED'")
                .params(member, people.viewer("association").organizationId())
                .query(UUID.class)
                .single();
    }

    private int open(UUID member) {
        return jdbc.sql(
                        "select count(*) from association_membership where member_id = ? and association_id = ? and state <> 'ENDED'")
                .params(member, people.viewer("association").organizationId())
                .query(Integer.class)
                .single();
    }

    private boolean actsFor(UUID member) {
        return directory.membersOf(people.viewer("association").organization()).stream()
                .anyMatch(option -> option.value().equals(member.toString()));
    }

    private int consents(UUID tie, String which) {
        return jdbc.sql("select count(*) from consent where purpose = 'ACT_FOR_MEMBER' and subject_id = ? and " + which)
                .param(tie)
                .query(Integer.class)
                .single();
    }
}
