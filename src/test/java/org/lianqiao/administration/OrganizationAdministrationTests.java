package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;

/** Organisations as the system administrator sets them up. */
@PortalTest
class OrganizationAdministrationTests extends AdministrationDesk {
    @Test
    void an_office_is_set_up_found_edited_suspended_and_brought_back() throws Exception {
        var name = "示例投资促进处𠮷" + UUID.randomUUID().toString().substring(0, 8);
        var id = created(name);
        mvc.perform(get("/administration/organizations")
                        .param("q", name)
                        .param("kind", "OFFICE")
                        .param("region", "131000")
                        .with(people.as("system-admin")))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("共 1 条")));
        edit(id, name + "（更名）", 0).andExpect(status().is3xxRedirection());
        var member = colleague(id);
        signedIn(member);
        assertThat(sessions(member)).isEqualTo(1);
        act("/administration/organizations/" + id + "/suspensions", "system-admin");
        assertThat(statusOf(id)).isEqualTo("REGISTERED");
        perform(post("/administration/organizations/" + id + "/suspensions").param("reason", "机构合并"), "system-admin");
        assertThat(statusOf(id)).isEqualTo("SUSPENDED");
        assertThat(sessions(member)).isZero();
        act("/administration/organizations/" + id + "/reactivations", "system-admin");
        assertThat(statusOf(id)).isEqualTo("REGISTERED");
        assertThat(actions(id))
                .contains(
                        "organization.create", "organization.edit", "organization.suspend", "organization.reactivate");
    }

    @Test
    void two_who_edit_the_same_organisation_lose_no_text() throws Exception {
        var id = created("示例招商二处" + UUID.randomUUID().toString().substring(0, 8));
        edit(id, "示例招商二处甲改", 0).andExpect(status().is3xxRedirection());
        edit(id, "示例招商二处乙改", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("他人已先保存")))
                .andExpect(content().string(containsString("示例招商二处甲改")))
                .andExpect(content().string(containsString("示例招商二处乙改")));
        edit(id, "示例招商二处乙改" + id.toString().substring(0, 8), 1).andExpect(status().is3xxRedirection());
    }

    @Test
    void what_is_wrong_in_an_organisation_stands_at_its_field() throws Exception {
        organization("OFFICE", "甲", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("名称为 4 至 120 字")));
        organization("OFFICE", "示例招商处", "91350100M000100Y44", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("逐位核对")));
        organization("DEPARTMENT", "示例发改部门", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择部门所属的招商单位")));
        organization("ENTERPRISE", "示例企业不在此设立", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("自行注册入驻")));
        organization("OFFICE", "示例a\0b处", "", "").andExpect(status().is(422));
        organization("OFFICE", "示例招商处", "", "999999").andExpect(status().is(422));
        organization("OFFICE", "示例重码招商处", "12110112237132586W", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有同名或同代码的单位")));
        organization("", "", "", "").andExpect(status().is(422));
    }

    @Test
    void the_operator_is_never_suspended() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        perform(
                post("/administration/organizations/" + operator + "/suspensions")
                        .param("reason", "试"),
                "system-admin");
        assertThat(statusOf(operator)).isEqualTo("REGISTERED");
    }
}
