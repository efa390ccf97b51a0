package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.Statements;

/** The ledger as its readers see it: what a lead needs, who sees how much of it, and what no filter tells. */
@PortalTest
class LedgerPagesTests extends LedgerRequests {
    @Test
    void a_lead_needs_name_source_and_next_step_and_no_more() throws Exception {
        var answer = as("sh-officer", report("示例·𠮷祥新材料 🌾 公司", "")).andReturn().getResponse();
        var page = Objects.requireNonNull(answer.getRedirectedUrl());
        mvc.perform(get(page).with(people.as("sh-officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例·𠮷祥新材料 🌾 公司")))
                .andExpect(content().string(containsString("投资意向")))
                .andExpect(content().string(containsString("电话约访")));
    }

    @Test
    void bad_input_stands_at_its_field_and_keeps_what_was_typed() throws Exception {
        as("sh-officer", post("/ledger").param("enterprise", "示例·留存企业").param("nextDue", "2027-02-30"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("留存企业")));
        as("sh-officer", post("/ledger").param("enterprise", "示例·留存企业"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择来源")));
        as("sh-officer", report("示例·代码有误企业", "").param("uscc", "91350100M000100Y44"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请对照营业执照逐位核对")));
        as("sh-officer", report("示例·金额有误企业", "").param("amountWan", "-3")).andExpect(status().is(422));
        as("sh-officer", report("a\0b", "")).andExpect(status().is(422));
        as("sh-officer", report("长".repeat(121), "")).andExpect(status().is(422));
        as("sh-officer", report("示例·缺下一步企业", "").param("nextStep", "步".repeat(121)))
                .andExpect(status().is(422));
    }

    @Test
    void who_has_the_enterprise_already_is_shown_before_anything_is_saved() throws Exception {
        ledger.report(lead("示例·已有人谈（苏州）企业", "事项一"), people.viewer("sh-officer"));
        as("dc-officer", report("示例·已有人谈(苏州)企业", "事项一"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该事项已由三河投促牵头跟进")));
        as("dc-officer", report("示例·已有人谈（苏州）企业", "事项二").param("confirmed", "true"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("由科长登记确认")));
        as("dc-lead", report("示例·已有人谈（苏州）企业", "事项二").param("confirmed", "true")).andExpect(status().is3xxRedirection());
    }

    @Test
    void beyond_sharing_only_the_exact_code_is_answered_and_that_is_recorded() throws Exception {
        var organization = jdbc.sql(
                        "select p.organization_id from prospect p join organization o on o.id = p.organization_id"
                                + " where p.sharing = 'OFFICE' and p.status = 'PAUSED' and o.uscc is not null limit 1")
                .query(UUID.class)
                .single();
        var name = jdbc.sql("select name from organization where id = ?")
                .param(organization)
                .query(String.class)
                .single();
        var code = jdbc.sql("select uscc from organization where id = ?")
                .param(organization)
                .query(String.class)
                .single();
        as("tz-officer", report("示例·另一个名称", "别的事项").param("uscc", code))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有单位跟进，请联系廊坊市北三县协同办")))
                .andExpect(content().string(not(containsString("香河投促"))))
                .andExpect(content().string(not(containsString(name))));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'prospect.check' and subject = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICE, sh-officer, WHOLE",
        "OFFICE, dc-officer, NONE",
        "OFFICE, lf-coord, WHOLE",
        "OFFICE, tz-officer, NONE",
        "OFFICE, joint, NONE",
        "SIDE, dc-officer, PART",
        "SIDE, tz-officer, NONE",
        "SIDE, joint, NONE",
        "BOTH, dc-officer, PART",
        "BOTH, tz-officer, PART",
        "BOTH, joint, PART",
        "BOTH, enterprise, NONE",
        "BOTH, auditor, NONE"
    })
    void who_sees_how_much_follows_from_the_sharing(String sharing, String login, String much) throws Exception {
        var name = "示例·共享" + sharing + "企业";
        var id = shared(name, sharing);
        var page = mvc.perform(get("/ledger/" + id).with(people.as(login)));
        if (much.equals("NONE")) page.andExpect(status().isNotFound());
        else page.andExpect(status().isOk()).andExpect(content().string(containsString(name)));
        if (much.equals("PART")) page.andExpect(content().string(not(containsString("保密事项"))));
        if (much.equals("WHOLE")) page.andExpect(content().string(containsString("保密事项")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "follow-ups",
                "stage-changes",
                "pauses",
                "drops",
                "resumptions",
                "reopenings",
                "assignments",
                "sharing",
                "attention",
                "partners",
                "projects",
                "contacts"
            })
    void who_sees_only_a_part_may_do_nothing_and_who_sees_nothing_finds_nothing(String verb) throws Exception {
        var id = shared("示例·动词测试企业", "SIDE");
        as("dc-officer", post("/ledger/" + id + "/" + verb)).andExpect(status().isForbidden());
        as("tz-officer", post("/ledger/" + id + "/" + verb)).andExpect(status().isNotFound());
        mvc.perform(post("/ledger/" + id + "/" + verb).with(people.as("sh-officer")))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=VISIT",
                "attention=KEEP",
                "region=131082",
                "q=保密事项",
                "owner=OWNER",
                "node=NODE",
                "late=yes"
            })
    void no_filter_tells_what_is_hidden(String filter) throws Exception {
        var id = shared("示例·过滤测试企业", "BOTH");
        var owner = people.viewer("sh-officer").account();
        var node = jdbc.sql("select id from chain_node order by code limit 1")
                .query(UUID.class)
                .single();
        jdbc.sql(
                        "update prospect set region_code = '131082', node_id = :node, next_due_on = current_date - 3 where id = :id")
                .param("node", node)
                .param("id", id)
                .update();
        var query = filter.replace("OWNER", owner.toString()).replace("NODE", node.toString());
        mvc.perform(get("/ledger?scope=BOTH&size=50&" + query).with(people.as("tz-officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("示例·过滤测试企业"))));
        mvc.perform(get("/ledger?scope=HELD&size=50&" + query).with(people.as("sh-officer")))
                .andExpect(content().string(containsString("示例·过滤测试企业")));
        mvc.perform(get("/ledger?scope=BOTH&size=50&stage=LEAD&q=过滤测试").with(people.as("tz-officer")))
                .andExpect(content().string(containsString("示例·过滤测试企业")));
    }

    @Test
    void a_contact_is_masked_until_the_look_is_recorded() throws Exception {
        var id = shared("示例·联系人测试企业", "SIDE");
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/contacts")
                                .param("name", "欧阳示例")
                                .param("phone", "13800001234"))
                .andExpect(status().is3xxRedirection());
        var contact = jdbc.sql("select id from contact where name = '欧阳示例' order by created_at desc limit 1")
                .query(UUID.class)
                .single();
        mvc.perform(get("/ledger/" + id).with(people.as("sh-officer")))
                .andExpect(content().string(not(containsString("欧阳示例"))));
        var reveal = "/ledger/" + id + "/contacts/" + contact + "/reveals";
        as("sh-officer", post(reveal))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("欧阳示例")));
        as("lf-coord", post(reveal)).andExpect(status().isForbidden());
        as("dc-officer", post(reveal)).andExpect(status().isForbidden());
        as("tz-officer", post(reveal)).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'contact.reveal' and entity_id = ?")
                        .param(contact)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/ledger, tz-officer",
        "/ledger?scope=BOTH&q=示例&stage=LEAD&owner=me&late=yes, sh-officer",
        "/ledger?sort=due&size=50, lf-coord"
    })
    void a_list_costs_three_statements_beside_its_frame(String page, String login) throws Exception {
        mvc.perform(get(page).with(people.as(login))).andExpect(status().isOk());
        var request = get(page).with(people.as(login));
        var sent = Statements.of(() -> mvc.perform(request)).stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
        assertThat(sent).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_filter_that_cannot_be_read_filters_nothing() throws Exception {
        mvc.perform(get("/ledger?scope=ALL&stage=%E7%BB%BF&owner=1&node=x&region=abc&late=&sort=matter")
                        .with(people.as("tz-officer")))
                .andExpect(status().isOk());
        mvc.perform(get("/ledger/not-an-id").with(people.as("tz-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void the_ledger_is_for_officers_alone() throws Exception {
        mvc.perform(get("/ledger")).andExpect(status().is3xxRedirection());
        for (var login : new String[] {"enterprise", "association", "park", "system-admin", "auditor", "sh-reviewer"})
            mvc.perform(get("/ledger").with(people.as(login))).andExpect(status().isForbidden());
        mvc.perform(get("/ledger/new").with(people.as("enterprise"))).andExpect(status().isForbidden());
    }
}
