package org.lianqiao.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Time;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class AgreementTests {
    private static final String TONGZHOU = "b4d31119-ce03-501b-b71b-91077377e936";
    private static final String COORDINATOR = "19300554-5e32-521b-9379-578835272aff";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Commitments commitments;

    @Autowired
    People people;

    @Test
    void the_two_agreements_of_suzhou_are_read_by_their_parties_and_who_coordinates_their_side() throws Exception {
        var offices = id("select id from agreement where kind = 'OFFICES' and title like '通州区与廊坊市%'");
        var associations = id("select id from agreement where kind = 'ASSOCIATIONS' and title like '北京市%'");

        for (var reader : new String[] {"tz-officer", "lf-coord", "joint"})
            mvc.perform(get("/agreements/" + offices).with(people.as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("每季度召开一次联合招商会商")));
        for (var stranger : new String[] {"sh-officer", "association", "enterprise", "park"})
            mvc.perform(get("/agreements/" + offices).with(people.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/agreements/" + associations).with(people.as("association")))
                .andExpect(status().isOk());
        mvc.perform(get("/agreements/" + associations).with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_lists_cost_few_statements_and_shows_nobody_elses_agreements() throws Exception {
        var list = get("/agreements").with(people.as("sh-officer"));
        mvc.perform(list).andExpect(content().string(not(containsString("通州区与廊坊市联合招商合作协议"))));
        assertThat(Statements.of(() -> mvc.perform(list))).hasSizeLessThanOrEqualTo(5);
        var owed = get("/commitments").with(people.as("tz-officer"));
        mvc.perform(owed).andExpect(status().isOk());
        assertThat(Statements.of(() -> mvc.perform(owed))).hasSizeLessThanOrEqualTo(6);
        mvc.perform(get("/agreements").param("q", "廊坊").with(people.as("tz-officer")))
                .andExpect(content().string(containsString("通州区与廊坊市联合招商合作协议")));
        mvc.perform(get("/agreements").param("year", "2031").with(people.as("tz-officer")))
                .andExpect(content().string(containsString("没有符合条件的协议")));
    }

    @Test
    void a_party_records_an_agreement_and_the_others_are_told() throws Exception {
        var id = recorded("示例·测试合作备忘录𠮷");

        mvc.perform(get("/agreements/" + id).with(people.as("lf-coord")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例·测试合作备忘录𠮷")));
        assertThat(count("select count(*) from notification where link = '/agreements/" + id + "'"))
                .isPositive();
        assertThat(count("select count(*) from audit_entry where action = 'agreement.record' and entity_id = '" + id
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_what_was_typed_stays() throws Exception {
        mvc.perform(form(post("/agreements"), "示例：留下的名称", "").with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请至少选择一个其他签约方")))
                .andExpect(content().string(containsString("示例：留下的名称")));
        mvc.perform(form(post("/agreements"), "短", COORDINATOR).with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("协议名称为 4 至 120 字")));
        mvc.perform(form(post("/agreements"), "OFFICES", "示例·明天才签的协议", today().plusDays(1), COORDINATOR)
                        .with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("签约日期不能晚于今天")));
        mvc.perform(form(post("/agreements"), "ENTERPRISE", "示例·政企协议缺企业", today(), COORDINATOR)
                        .with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写签约企业全称")));
        mvc.perform(form(post("/agreements"), "示例·企业不登记协议", COORDINATOR).with(people.as("enterprise")))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_second_of_two_editors_sees_both_versions() throws Exception {
        var id = recorded("示例·两人同时修改");
        mvc.perform(form(post("/agreements/" + id), "示例·第一人的名称", COORDINATOR)
                        .param("version", "0")
                        .with(people.as("tz-officer")))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form(post("/agreements/" + id), "示例·第二人的名称", TONGZHOU)
                        .param("version", "0")
                        .with(people.as("lf-coord")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("示例·第一人的名称")))
                .andExpect(content().string(containsString("第二人的名称")));
    }

    @Test
    void what_one_party_enters_for_the_other_is_owed_only_once_that_one_confirms_it() throws Exception {
        var id = recorded("示例·由对方确认的承诺");
        var commitment = entered(id, COORDINATOR, "示例：提供载体清单", today().plusDays(20));
        assertThat(state(commitment)).isEqualTo("PROPOSED");

        mvc.perform(step(commitment, "CONFIRMED").with(people.as("tz-officer"))).andExpect(status().isForbidden());
        mvc.perform(step(commitment, "PROGRESS").param("note", "还没确认").with(people.as("lf-coord")))
                .andExpect(status().is(422));
        mvc.perform(step(commitment, "CONFIRMED").with(people.as("lf-coord"))).andExpect(status().is3xxRedirection());
        assertThat(state(commitment)).isEqualTo("OPEN");
        mvc.perform(step(commitment, "CONFIRMED").with(people.as("sh-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void a_commitment_is_kept_with_a_day_a_note_and_evidence_that_only_its_readers_open() throws Exception {
        var id = recorded("示例·落实并附佐证");
        var commitment = entered(id, TONGZHOU, "示例：召开第一次会商", today().plusDays(5));
        mvc.perform(step(commitment, "DONE").param("note", "示例：已召开").with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写日期")));
        var evidence = new MockMultipartFile(
                "file", "纪要.pdf", "application/pdf", "%PDF-1.4 示例".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart("/commitments/" + commitment + "/steps")
                        .file(evidence)
                        .param("action", "DONE")
                        .param("note", "示例：已召开")
                        .param("on", today().toString())
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var file = id("select file_id from commitment_change where commitment_id = '" + commitment
                + "' and file_id is not null");

        mvc.perform(get("/commitments/" + commitment + "/files/" + file).with(people.as("lf-coord")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(get("/commitments/" + commitment + "/files/" + file).with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
        mvc.perform(step(commitment, "DROPPED").param("note", "晚了").with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该事项已落实")));
    }

    @Test
    void the_other_side_asks_how_it_stands_once_a_week() throws Exception {
        var id = recorded("示例·催办");
        var commitment = entered(id, TONGZHOU, "示例：反馈对接结果", today().plusDays(3));
        mvc.perform(step(commitment, "URGED").with(people.as("tz-officer"))).andExpect(status().isForbidden());
        mvc.perform(step(commitment, "URGED").with(people.as("lf-coord"))).andExpect(status().is3xxRedirection());
        mvc.perform(step(commitment, "URGED").with(people.as("lf-coord")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("7 天内不重复催办")));
    }

    @Test
    void what_is_due_is_said_once_and_again_when_another_day_is_set() throws Exception {
        var id = recorded("示例·到期提醒");
        var commitment = entered(id, TONGZHOU, "示例：到期提醒一次", today().plusDays(3));
        commitments.remind();
        commitments.remind();
        var told = "select count(*) from notification where link = '/commitments/" + commitment + "'";
        assertThat(count(told)).isEqualTo(1);

        mvc.perform(step(commitment, "DUE")
                        .param("note", "示例：等待对方材料")
                        .param("on", today().plusDays(5).toString())
                        .with(people.as("tz-officer")))
                .andExpect(status().is3xxRedirection());
        commitments.remind();
        assertThat(count(told + " and account_id = (select owner_id from commitment where id = '" + commitment + "')"))
                .isEqualTo(2);
    }

    @Test
    void one_page_says_what_we_owe_what_we_are_owed_and_what_is_late() throws Exception {
        mvc.perform(get("/commitments").param("view", "OWE").with(people.as("tz-officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("对意向企业台账逐户明确牵头单位")))
                .andExpect(content().string(not(containsString("提供北三县可用载体清单"))));
        mvc.perform(get("/commitments").param("view", "OWED").with(people.as("tz-officer")))
                .andExpect(content().string(containsString("提供北三县可用载体清单")));
        mvc.perform(get("/commitments").param("view", "LATE").with(people.as("tz-officer")))
                .andExpect(content().string(containsString("梳理两地重点产业链")))
                .andExpect(content().string(not(containsString("向对方推送会员供需信息"))));
        mvc.perform(get("/commitments").param("view", "nonsense").with(people.as("enterprise")))
                .andExpect(status().isOk());
    }

    @Test
    void only_who_recorded_it_takes_a_party_out_and_never_one_that_owes() throws Exception {
        var id = recorded("示例·签约方不可随意移除");
        entered(id, COORDINATOR, "示例：对方应办事项", today().plusDays(9));
        mvc.perform(form(post("/agreements/" + id), "示例·签约方不可随意移除", "f074675d-7195-562e-807b-d8700c2deecb")
                        .param("version", "0")
                        .with(people.as("tz-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该签约方名下有承诺事项")));
        mvc.perform(form(post("/agreements/" + id), "示例·签约方不可随意移除", "f074675d-7195-562e-807b-d8700c2deecb")
                        .param("version", "0")
                        .with(people.as("lf-coord")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("仅登记单位可以减少签约方")));
    }

    private UUID recorded(String title) throws Exception {
        var location = Objects.requireNonNull(
                mvc.perform(form(post("/agreements"), title, COORDINATOR).with(people.as("tz-officer")))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpServletRequestBuilder request, String title, String party) {
        return form(request, "OFFICES", title, LocalDate.of(2025, 12, 17), party);
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpServletRequestBuilder request, String kind, String title, LocalDate signed, String party) {
        return request.param("kind", kind)
                .param("title", title)
                .param("signedOn", signed.toString())
                .param("parties", party)
                .with(csrf());
    }

    private UUID entered(UUID agreement, String debtor, String text, LocalDate due) throws Exception {
        mvc.perform(post("/agreements/" + agreement + "/commitments")
                        .param("heading", "MECHANISM")
                        .param("content", text)
                        .param("debtor", debtor)
                        .param("due", due.toString())
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        return id("select id from commitment where agreement_id = '" + agreement + "'");
    }

    private static MockHttpServletRequestBuilder step(UUID commitment, String action) {
        return post("/commitments/" + commitment + "/steps")
                .param("action", action)
                .with(csrf());
    }

    private String state(UUID commitment) {
        return jdbc.sql("select state from commitment where id = ?")
                .param(commitment)
                .query(String.class)
                .single();
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static LocalDate today() {
        return LocalDate.now(Time.ZONE);
    }
}
