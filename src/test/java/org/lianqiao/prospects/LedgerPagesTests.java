package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class LedgerPagesTests {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    ProspectRepository prospects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

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

    @Test
    void a_prospect_goes_from_lead_to_production_with_what_each_step_needs() throws Exception {
        var id = ledger.report(lead("示例·全程测试企业", "全程"), people.viewer("tz-officer"));
        as("tz-officer", move(id, "CONTACTED")).andExpect(status().is(422));
        as("tz-officer", follow(id, "CALL", "谈过了")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "CONTACTED")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "SIGNED")).andExpect(status().is(422));
        as("tz-officer", move(id, "NEGOTIATING")).andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "SIGNED").param("on", LocalDate.now().toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("签约须上传协议文件")));
        as("tz-officer", signing(id, LocalDate.now().plusDays(1))).andExpect(status().is(422));
        as("tz-officer", signing(id, LocalDate.now().minusDays(3))).andExpect(status().is3xxRedirection());
        as(
                        "tz-officer",
                        move(id, "LANDED")
                                .param("landing", "START")
                                .param("on", LocalDate.now().minusDays(9).toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("落地日期不能早于签约日期")));
        as(
                        "tz-officer",
                        move(id, "LANDED")
                                .param("landing", "START")
                                .param("on", LocalDate.now().toString()))
                .andExpect(status().is3xxRedirection());
        as("tz-officer", move(id, "PRODUCING")).andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("PRODUCING DONE");
        as("tz-officer", move(id, "LANDED")).andExpect(status().is(422));
        as("tz-officer", move(id, "LANDED").param("reason", "误登记")).andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LANDED OPEN");
        assertThat(jdbc.sql("select count(*) from stage_change where prospect_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void the_signed_paper_is_read_by_those_who_see_the_whole() throws Exception {
        var id = ledger.report(lead("示例·协议文件企业", "文件"), people.viewer("sh-officer"));
        jdbc.sql("update prospect set stage = 'NEGOTIATING' where id = ?")
                .param(id)
                .update();
        as("sh-officer", signing(id, LocalDate.now())).andExpect(status().is3xxRedirection());
        var file = jdbc.sql("select file_id from stage_change where prospect_id = ? and file_id is not null")
                .param(id)
                .query(UUID.class)
                .single();
        var path = "/ledger/" + id + "/files/" + file;
        mvc.perform(get(path).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(get(path).with(people.as("lf-coord"))).andExpect(status().isOk());
        mvc.perform(get(path).with(people.as("dc-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/ledger/" + id + "/files/" + UUID.randomUUID()).with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_paused_is_looked_at_again_and_what_is_dropped_a_lead_alone_reopens() throws Exception {
        var id = ledger.report(lead("示例·暂缓测试企业", "暂缓"), people.viewer("sh-officer"));
        as("sh-officer", post("/ledger/" + id + "/pauses").param("reason", "等名单"))
                .andExpect(status().is(422));
        var again = LocalDate.now().plusDays(40);
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/pauses").param("reason", "等名单").param("reviewOn", again.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select next_due_on from prospect where id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(again);
        as("sh-officer", post("/ledger/" + id + "/resumptions")).andExpect(status().is3xxRedirection());
        as("sh-officer", post("/ledger/" + id + "/drops").param("reason", "没有原因"))
                .andExpect(status().is(422));
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/drops")
                                .param("reason", "企业无计划")
                                .param("why", "NO_DEMAND"))
                .andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LEAD DROPPED");
        as("sh-officer", follow(id, "CALL", "再谈")).andExpect(status().is(422));
        as("sh-officer", post("/ledger/" + id + "/reopenings").param("reason", "又有意向"))
                .andExpect(status().isForbidden());
        as("sh-lead", post("/ledger/" + id + "/reopenings").param("reason", "又有意向"))
                .andExpect(status().is3xxRedirection());
        assertThat(standing(id)).isEqualTo("LEAD OPEN");
    }

    @Test
    void what_was_dropped_does_not_reopen_beside_its_open_twin() throws Exception {
        var id = ledger.report(lead("示例·双生测试企业", "同一件事"), people.viewer("sh-officer"));
        as("sh-officer", post("/ledger/" + id + "/drops").param("reason", "暂无").param("why", "OTHER"));
        ledger.report(lead("示例·双生测试企业", "同一件事"), people.viewer("dc-officer"));
        as("sh-lead", post("/ledger/" + id + "/reopenings").param("reason", "要继续"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该企业此事项已在谈")));
    }

    /** holder: sh (三河); the same side: dc; the coordinating office: lf-coord; the other side: tz; both sides': joint. */
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
    void the_coordinating_office_gives_a_prospect_to_another_office_of_its_side() throws Exception {
        var id = shared("示例·改派测试企业", "OFFICE");
        var dc = people.viewer("dc-officer");
        as(
                        "lf-coord",
                        post("/ledger/" + id + "/assignments")
                                .param(
                                        "owner",
                                        people.viewer("tz-officer").account().toString()))
                .andExpect(status().is(422));
        as(
                        "lf-coord",
                        post("/ledger/" + id + "/assignments")
                                .param("owner", dc.account().toString()))
                .andExpect(status().is3xxRedirection());
        var prospect = prospects.findById(id).orElseThrow();
        assertThat(prospect.getHolderOfficeId()).isEqualTo(dc.organizationId());
        assertThat(prospect.getOwnerAccountId()).isEqualTo(dc.accountId());
        mvc.perform(get("/ledger/" + id).with(people.as("sh-officer"))).andExpect(status().isOk());
        as("sh-officer", move(id, "CONTACTED")).andExpect(status().isForbidden());
        assertThat(jdbc.sql(
                                "select count(*) from follow_up where prospect_id = ? and next_owner_id = ? and done_at is null")
                        .params(id, dc.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_partner_joins_by_the_holders_word_and_leaves_by_its_own() throws Exception {
        var id = shared("示例·配合测试企业", "OFFICE");
        var xh = people.viewer("xh-officer").organization();
        as(
                        "sh-officer",
                        post("/ledger/" + id + "/partners")
                                .param("office", xh.toString())
                                .param("function", "PRODUCTION"))
                .andExpect(status().is3xxRedirection());
        as("sh-officer", post("/ledger/" + id + "/partners").param("office", xh.toString()))
                .andExpect(status().is(422));
        as("xh-officer", follow(id, "VISIT", "香河到访")).andExpect(status().is3xxRedirection());
        as("xh-officer", post("/ledger/" + id + "/drops")).andExpect(status().isForbidden());
        as("xh-officer", post("/ledger/" + id + "/partners/" + xh + "/departures"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/ledger/" + id).with(people.as("xh-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void a_prospect_becomes_a_project_once_and_leads_to_it() throws Exception {
        var id = shared("示例·转项目测试企业", "OFFICE");
        var project = Objects.requireNonNull(as("sh-officer", post("/ledger/" + id + "/projects"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(get(project).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(get("/ledger/" + id).with(people.as("sh-officer")))
                .andExpect(content().string(containsString(project)));
        as("sh-officer", post("/ledger/" + id + "/projects")).andExpect(status().is(422));
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

    @Test
    void the_second_editor_sees_both_versions_and_loses_nothing() throws Exception {
        var id = shared("示例·冲突测试企业", "SIDE");
        var seen = String.valueOf(prospects.findById(id).orElseThrow().getVersion());
        as("sh-officer", edit(id, "先保存的概况", seen)).andExpect(status().is3xxRedirection());
        as("sh-lead", edit(id, "后保存的概况", seen))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("先保存的概况")))
                .andExpect(content().string(containsString("后保存的概况")));
        mvc.perform(get("/ledger/" + id + "/edit").with(people.as("lf-coord"))).andExpect(status().isForbidden());
    }

    @Test
    void a_step_is_done_once_and_another_may_follow_in_the_same_line() throws Exception {
        var id = shared("示例·办结测试企业", "SIDE");
        var step = jdbc.sql("select id from follow_up where prospect_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        as(
                        "sh-officer",
                        follow(id, "CALL", "打过电话")
                                .param("done", step.toString())
                                .param("nextStep", "寄送清单")
                                .param("nextDue", LocalDate.now().plusDays(3).toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql(
                                "select next_step from follow_up where prospect_id = ? and next_step <> '' and done_at is null")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("寄送清单");
        as("sh-officer", follow(id, "CALL", "话说一半").param("nextStep", "没有日期"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("话说一半")));
        as(
                        "sh-officer",
                        follow(id, "CALL", "交给外人")
                                .param("nextStep", "办一办")
                                .param("nextDue", LocalDate.now().toString())
                                .param(
                                        "nextOwner",
                                        people.viewer("tz-officer").account().toString()))
                .andExpect(status().is(422));
        as(
                        "sh-officer",
                        follow(id, "CALL", "明天的事")
                                .param("on", LocalDate.now().plusDays(1).toString()))
                .andExpect(status().is(422));
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

    private UUID shared(String name, String sharing) {
        var id = ledger.report(lead(name, "保密事项" + UUID.randomUUID()), people.viewer("sh-officer"));
        jdbc.sql("update prospect set sharing = ? where id = ?")
                .params(sharing, id)
                .update();
        return id;
    }

    private ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    private String standing(UUID id) {
        return jdbc.sql("select stage || ' ' || status from prospect where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static MockHttpServletRequestBuilder report(String enterprise, String matter) {
        return post("/ledger")
                .param("enterprise", enterprise)
                .param("matter", matter)
                .param("source", "VISIT")
                .param("nextStep", "电话约访")
                .param("nextDue", LocalDate.now().plusDays(4).toString());
    }

    private static MockHttpServletRequestBuilder move(UUID id, String to) {
        return post("/ledger/" + id + "/stage-changes").param("to", to);
    }

    private static AbstractMockHttpServletRequestBuilder<?> signing(UUID id, LocalDate on) {
        return multipart("/ledger/" + id + "/stage-changes")
                .file(new MockMultipartFile("file", "协议.pdf", "application/pdf", PDF))
                .param("to", "SIGNED")
                .param("on", on.toString())
                .param("document", "示例〔2026〕1号");
    }

    private static MockHttpServletRequestBuilder follow(UUID id, String channel, String text) {
        return post("/ledger/" + id + "/follow-ups").param("channel", channel).param("text", text);
    }

    private static MockHttpServletRequestBuilder edit(UUID id, String summary, String version) {
        return post("/ledger/" + id)
                .param("matter", "改过的事项")
                .param("summary", summary)
                .param("version", version);
    }

    private static NewLead lead(String enterprise, String matter) {
        return new NewLead(
                enterprise,
                null,
                matter,
                LeadSource.VISIT,
                "",
                null,
                null,
                null,
                "电话联系",
                null,
                LocalDate.now().plusDays(5));
    }
}
