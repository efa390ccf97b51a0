package org.lianqiao.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the first page to the last day: writing step by step, changing, extending, closing, expiring. */
@PortalTest
class NeedLifeTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Needs needs;

    @Autowired
    People people;

    @Test
    void an_enterprise_writes_one_thing_a_page_and_checks_before_it_submits() throws Exception {
        mvc.perform(get("/my/needs/new").with(people.as("enterprise"))).andExpect(redirectedUrl("/my/needs/new/steps"));
        var fields = fields("");
        fields.put("description", "");
        fields.put("subject", "SITE");
        fields.remove("nodeId");
        var id = id(sent("/my/needs/new/steps", fields));
        mvc.perform(get("/my/needs/" + id + "/check").with(people.as("enterprise")))
                .andExpect(content().string(containsString("标题至少 4 个字")))
                .andExpect(content().string(containsString("请填写载体面积")))
                .andExpect(content().string(not(containsString("确认提交审核"))));
        fields.put("title", "寻求三河标准厂房");
        fields.put("description", "层高八米以上，可分期使用。");
        fields.put("siteArea", "8000.5");
        fields.put("version", version(id));
        assertThat(sent("/my/needs/" + id + "/steps/text", fields)).endsWith("/steps/place");
        fields.put("version", version(id));
        fields.put("checking", "true");
        assertThat(sent("/my/needs/" + id + "/steps/details", fields)).endsWith("/check");
        mvc.perform(get("/my/needs/" + id + "/check").with(people.as("enterprise")))
                .andExpect(content().string(containsString("8000.5 ㎡")))
                .andExpect(content().string(containsString("确认提交审核")));
        mvc.perform(post("/my/needs/" + id + "/submissions")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/my/needs/" + id));
        assertThat(state(id)).isEqualTo("SUBMITTED");
        mvc.perform(get("/my/needs/" + id + "/steps/text").with(people.as("enterprise")))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_page_of_the_way_refuses_at_its_field_and_belongs_to_its_owner() throws Exception {
        var fields = fields("寻求压铸模具供应商");
        var id = id(sent("/my/needs/new/steps", fields));
        fields.put("version", version(id));
        fields.put("amountWan", "-1");
        mvc.perform(form(post("/my/needs/" + id + "/steps/details"), fields)
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("href=\"#amountWan\"")))
                .andExpect(content().string(containsString("寻求压铸模具供应商")));
        mvc.perform(get("/my/needs/" + id + "/steps/details").with(people.as("enterprise-sz")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/my/needs/" + id + "/steps/nowhere").with(people.as("enterprise")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/my/needs/new/steps").with(people.as("tz-officer"))).andExpect(status().isForbidden());
    }

    @Test
    void a_resource_is_named_never_guessed() throws Exception {
        var fields = fields("寻求临床试验合作医院");
        fields.put("subject", "RESOURCE");
        mvc.perform(form(post("/my/needs/new/steps"), fields)
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择资源类别")));
    }

    @Test
    void an_offered_policy_says_its_number_and_until_when() throws Exception {
        var fields = fields("研发机构落户支持政策");
        fields.put("direction", "OFFER");
        fields.put("subject", "RESOURCE");
        fields.put("resource", "POLICY");
        var id = id(sent("/my/needs/new/steps", fields));
        mvc.perform(get("/my/needs/" + id + "/check").with(people.as("enterprise")))
                .andExpect(content().string(containsString("请填写政策文号")))
                .andExpect(content().string(containsString("请填写政策有效期")));
    }

    @Test
    void of_two_editors_the_second_sees_both_texts() throws Exception {
        var fields = fields("寻求热压成型设备");
        var id = id(sent("/my/needs/new/steps", fields));
        var seen = version(id);
        fields.put("version", seen);
        fields.put("description", "第一人写的说明，已经保存。");
        sent("/my/needs/" + id + "/steps/text", fields);
        fields.put("description", "第二人写的说明，不能丢失。");
        mvc.perform(form(post("/my/needs/" + id + "/steps/text"), fields)
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("第一人写的说明")))
                .andExpect(content().string(containsString("第二人写的说明")));
    }

    @Test
    void a_material_change_goes_to_review_again_a_later_end_does_not() throws Exception {
        var id = published("寻求车载屏幕盖板");
        var fields = fields("寻求车载屏幕盖板");
        fields.put("version", version(id));
        fields.put("titleEn", "Cover glass for car displays");
        fields.put("expiresOn", LocalDate.now().plusMonths(5).toString());
        sent("/my/needs/" + id, fields);
        assertThat(state(id)).isEqualTo("PUBLISHED");
        mvc.perform(get("/needs/" + id).param("lang", "en"))
                .andExpect(content().string(containsString("Cover glass for car displays")));
        fields.put("version", version(id));
        fields.put("amountWan", "500");
        sent("/my/needs/" + id, fields);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        mvc.perform(get("/needs/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void what_has_run_out_closes_once_and_opens_again_when_it_is_extended() throws Exception {
        var id = published("寻求导热硅胶长期供应");
        jdbc.sql("update need set expires_on = ? where id = ?")
                .params(LocalDate.now().minusDays(1), id)
                .update();
        needs.expire();
        needs.expire();
        assertThat(state(id)).isEqualTo("EXPIRED");
        assertThat(told(id, "needs.notice.EXPIRED")).isEqualTo(1);
        mvc.perform(get("/needs/" + id)).andExpect(status().isNotFound());
        change(id, "/extensions", Map.of("until", LocalDate.now().toString()));
        assertThat(state(id)).isEqualTo("EXPIRED");
        change(id, "/extensions", Map.of("until", LocalDate.now().plusMonths(2).toString()));
        assertThat(state(id)).isEqualTo("PUBLISHED");
    }

    @Test
    void a_week_before_the_end_its_author_hears_of_it_once() throws Exception {
        var id = published("寻求精密轴承国产替代");
        jdbc.sql("update need set expires_on = ? where id = ?")
                .params(LocalDate.now().plusDays(6), id)
                .update();
        needs.expire();
        needs.expire();
        assertThat(told(id, "needs.notice.EXPIRING")).isEqualTo(1);
    }

    @Test
    void a_need_is_closed_as_met_or_withdrawn_and_stays_closed() throws Exception {
        var met = published("寻求伺服电机供应商");
        change(met, "/closings", Map.of("met", "true", "reason", "已与香河企业签约"));
        assertThat(state(met)).isEqualTo("MET");
        change(met, "/extensions", Map.of("until", LocalDate.now().plusMonths(1).toString()));
        assertThat(state(met)).isEqualTo("MET");
        var withdrawn = published("寻求减速器供应商");
        change(withdrawn, "/closings", Map.of("met", "false"));
        assertThat(state(withdrawn)).isEqualTo("WITHDRAWN");
    }

    @Test
    void without_its_owners_name_a_need_names_it_to_the_reviewer_and_nobody_else() throws Exception {
        var fields = fields("匿名寻求激光雷达标定场");
        fields.put("anonymous", "true");
        var id = id(sent("/my/needs/new/steps", fields));
        change(id, "/submissions", Map.of());
        var owner = people.viewer("enterprise").organizationName();
        mvc.perform(get("/reviews/needs/" + id).with(people.as("sh-reviewer")))
                .andExpect(content().string(containsString(owner)));
        approve(id);
        mvc.perform(get("/needs/" + id)).andExpect(content().string(not(containsString(owner))));
        mvc.perform(get("/needs/" + id).with(people.as("tz-officer")))
                .andExpect(content().string(not(containsString(owner))));
        mvc.perform(get("/needs").param("q", "激光雷达标定场"))
                .andExpect(content().string(containsString("激光雷达标定场")))
                .andExpect(content().string(not(containsString(owner))));
        mvc.perform(get("/needs").param("q", owner)).andExpect(content().string(not(containsString("匿名寻求激光雷达标定场"))));
        mvc.perform(get("/intents/new").param("need", id.toString()))
                .andExpect(content().string(not(containsString(owner))));
    }

    @Test
    void several_approved_at_once_each_get_their_own_result() throws Exception {
        var good = submitted(fields("寻求线束加工产能"));
        var fields = fields("寻求铝材，电话 13800001234");
        fields.put("description", "请直接联系 13800001234，长期有效。");
        var doubtful = submitted(fields);
        var page = mvc.perform(post("/reviews/needs/approvals")
                        .param(
                                "id",
                                good.toString(),
                                doubtful.toString(),
                                UUID.randomUUID().toString(),
                                "x")
                        .with(people.as("sh-reviewer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/reviews/needs"))
                .andReturn();
        assertThat(page.getFlashMap().get("results").toString())
                .contains("已通过：寻求线束加工产能")
                .contains("自动检查有提示")
                .contains("已由他人审核");
        assertThat(state(good)).isEqualTo("PUBLISHED");
        assertThat(state(doubtful)).isEqualTo("SUBMITTED");
    }

    private Map<String, String> fields(String title) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("direction", "SEEK");
        fields.put("kind", "FILL");
        fields.put("subject", "PRODUCT");
        fields.put("title", title);
        fields.put("description", "要求稳定供货，通过质量体系认证。");
        fields.put(
                "nodeId",
                jdbc.sql("select id::text from chain_node where name_zh = '动力电池包'")
                        .query(String.class)
                        .single());
        fields.put("regionCode", "131082");
        fields.put("expiresOn", LocalDate.now().plusMonths(3).toString());
        return fields;
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpServletRequestBuilder request, Map<String, String> fields) {
        fields.forEach(request::param);
        return request;
    }

    private String sent(String path, Map<String, String> fields) throws Exception {
        var answer = mvc.perform(
                        form(post(path), fields).with(people.as("enterprise")).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private void change(UUID id, String verb, Map<String, String> fields) throws Exception {
        sent("/my/needs/" + id + verb, fields);
    }

    private UUID submitted(Map<String, String> fields) throws Exception {
        var id = id(sent("/my/needs/new/steps", fields));
        change(id, "/submissions", Map.of());
        assertThat(state(id)).isEqualTo("SUBMITTED");
        return id;
    }

    private UUID published(String title) throws Exception {
        var id = submitted(fields(title));
        approve(id);
        return id;
    }

    private void approve(UUID id) throws Exception {
        mvc.perform(post("/reviews/needs/" + id + "/decisions")
                .param("verdict", "APPROVE")
                .with(people.as("sh-reviewer"))
                .with(csrf()));
        assertThat(state(id)).isEqualTo("PUBLISHED");
    }

    private static UUID id(String address) {
        return UUID.fromString(address.replaceFirst(".*?([0-9a-f-]{36}).*", "$1"));
    }

    private String state(UUID id) {
        return jdbc.sql("select state from need where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String version(UUID id) {
        return jdbc.sql("select version::text from need where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private int told(UUID id, String key) {
        return jdbc.sql("select count(*) from notification where message_key = ? and link = ?")
                .params(key, "/my/needs/" + id)
                .query(Integer.class)
                .single();
    }
}
