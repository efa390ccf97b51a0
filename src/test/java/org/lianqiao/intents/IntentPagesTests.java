package org.lianqiao.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Tokens;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
class IntentPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AbandonedDrafts abandoned;

    @Autowired
    People people;

    @Test
    void a_page_asks_at_most_eight_things() throws Exception {
        var need = need("131082", "enterprise");
        for (var page : new String[] {"/intents/new?need=" + need, "/intents/new", "/intents/new?region=131024"}) {
            assertThat(asked(mvc.perform(get(page)).andReturn().getResponse().getContentAsString()))
                    .as(page)
                    .isLessThanOrEqualTo(8);
            assertThat(asked(mvc.perform(get(page).with(people.as("association")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString()))
                    .as(page)
                    .isLessThanOrEqualTo(8);
        }
    }

    @Test
    void who_reads_english_sees_the_english_title_of_what_the_intent_is_about() throws Exception {
        var need = need("131082", "enterprise");
        jdbc.sql("update need set title_en = 'Cooling plates near Sanhe' where id = ?")
                .param(need)
                .update();
        mvc.perform(get("/intents/new?lang=en&need=" + need))
                .andExpect(content().string(containsString("Cooling plates near Sanhe")));
    }

    @Test
    void a_visitor_sends_an_intent_that_the_office_verifies_and_accepts() throws Exception {
        var need = need("131082", "enterprise");
        var fields = visitor(need, "示例𠮷新材料有限公司🚗");
        mvc.perform(form(fields)).andExpect(redirectedUrl("/intents/follow/" + fields.get("token")));
        mvc.perform(get("/intents/follow/" + fields.get("token")))
                .andExpect(content().string(containsString("待核验")))
                .andExpect(content().string(containsString("示例𠮷新材料有限公司🚗")));
        var id = byToken(fields);
        mvc.perform(get("/intents/" + id).with(people.as("enterprise"))).andExpect(status().isNotFound());
        mvc.perform(get("/intents/" + id).with(people.as("xh-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/intents/" + id).with(people.as("sh-officer")))
                .andExpect(content().string(not(containsString(fields.get("contactPhone")))));
        mvc.perform(post("/intents/" + id + "/reveals")
                        .with(people.as("sh-officer"))
                        .with(csrf()))
                .andExpect(content().string(containsString(fields.get("contactPhone"))));
        verb(id, "acceptances", Map.of(), "sh-officer");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        mvc.perform(get("/intents/" + id).with(people.as("enterprise"))).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from prospect where intent_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whom_a_visitor_names_is_known_to_the_office_that_verifies_it_and_to_no_other() throws Exception {
        var fields = visitor(need("131082", "enterprise"), "示例访客所述有限公司");
        mvc.perform(form(fields));
        var id = byToken(fields);
        var page = "/organizations/"
                + jdbc.sql("select organization_id from intent where id = ?")
                        .param(id)
                        .query(UUID.class)
                        .single();
        for (var office : new String[] {"tz-officer", "xh-officer", "sh-officer"})
            mvc.perform(get(page).with(people.as(office))).andExpect(status().isNotFound());
        verb(id, "acceptances", Map.of(), "sh-officer");
        mvc.perform(get(page).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(get(page).with(people.as("tz-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void the_owner_sees_contacts_only_after_consent() throws Exception {
        var need = need("131082", "enterprise");
        var silent = sent(enterprise(need), "enterprise-sz");
        mvc.perform(get("/intents/" + silent).with(people.as("enterprise")))
                .andExpect(content().string(containsString("未同意提供联系方式")));
        mvc.perform(post("/intents/" + silent + "/reveals")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/intents/received").with(people.as("enterprise")))
                .andExpect(content().string(containsString("/intents/" + silent)));
        var open = enterprise(need("131082", "enterprise"));
        open.put("ownerMaySee", "true");
        var id = sent(open, "enterprise-sz");
        mvc.perform(post("/intents/" + id + "/reveals")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(content().string(containsString("8613800137000")));
    }

    @Test
    void without_consent_nothing_is_sent_and_what_was_typed_stays() throws Exception {
        var fields = visitor(need("131082", "enterprise"), "示例同意测试有限公司");
        fields.remove("consent");
        fields.put("contactPhone", "12");
        mvc.perform(form(fields))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请阅读并勾选同意")))
                .andExpect(content().string(containsString("请填写能接通的手机号")))
                .andExpect(content().string(containsString("示例同意测试有限公司")));
        fields.put("enterpriseName", "a\0b");
        fields.put("amountWan", "-5");
        mvc.perform(form(fields)).andExpect(status().is(422));
        fields.put("enterpriseName", "长".repeat(121));
        fields.put("message", "长".repeat(501));
        mvc.perform(form(fields)).andExpect(status().is(422));
    }

    @Test
    void a_visitors_draft_is_kept_behind_its_address() throws Exception {
        var fields = visitor(need("131082", "enterprise"), "示例草稿有限公司");
        fields.remove("consent");
        fields.put("keep", "true");
        mvc.perform(form(fields)).andExpect(redirectedUrl("/intents/follow/" + fields.get("token")));
        mvc.perform(get("/intents/follow/" + fields.get("token")))
                .andExpect(content().string(containsString("草稿已保存")))
                .andExpect(content().string(containsString("示例草稿有限公司")));
        mvc.perform(get("/intents/follow/" + Tokens.next())).andExpect(status().isNotFound());
    }

    @Test
    void a_draft_that_nobody_goes_on_with_is_not_kept() throws Exception {
        var old = visitor(need("131082", "enterprise"), "示例半途有限公司");
        var fresh = visitor(need("131082", "enterprise"), "示例在填有限公司");
        var sent = visitor(need("131082", "enterprise"), "示例已提交有限公司");
        for (var fields : List.of(old, fresh)) {
            fields.put("keep", "true");
            mvc.perform(form(fields)).andExpect(status().is3xxRedirection());
        }
        mvc.perform(form(sent)).andExpect(status().is3xxRedirection());
        jdbc.sql("update intent set created_at = now() - interval '31 days' where id in (?, ?)")
                .params(byToken(old), byToken(sent))
                .update();
        abandoned.tidy();
        mvc.perform(get("/intents/follow/" + old.get("token"))).andExpect(status().isNotFound());
        mvc.perform(get("/intents/follow/" + fresh.get("token"))).andExpect(status().isOk());
        mvc.perform(get("/intents/follow/" + sent.get("token"))).andExpect(status().isOk());
    }

    @Test
    void a_double_click_sends_one_intent() throws Exception {
        var fields = enterprise(need("131082", "enterprise"));
        Callable<String> click =
                () -> Objects.requireNonNull(mvc.perform(form(fields).with(people.as("enterprise-sz")))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(click);
            var second = pool.submit(click);
            assertThat(first.get()).isEqualTo(second.get());
        } finally {
            pool.shutdown();
        }
        var again = enterprise(UUID.fromString(fields.get("need")));
        mvc.perform(form(again).with(people.as("enterprise-sz")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有一份意向在办理")));
        assertThat(jdbc.sql("select count(*) from intent where need_id = ? and state <> 'DRAFT'")
                        .param(UUID.fromString(fields.get("need")))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobody_sends_an_intent_to_itself_and_officers_send_none() throws Exception {
        mvc.perform(form(enterprise(need("131082", "enterprise"))).with(people.as("enterprise")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("本单位发布")));
        mvc.perform(get("/intents/new").with(people.as("tz-officer"))).andExpect(status().isForbidden());
    }

    @Test
    void an_association_acts_for_a_member_that_agreed() throws Exception {
        var association = people.viewer("association").organization();
        var member = jdbc.sql(
                        "select member_id from association_membership where association_id = ? and state = 'AGREED' limit 1")
                .param(association)
                .query(UUID.class)
                .single();
        var stranger = people.viewer("enterprise").organization();
        var fields = enterprise(need("131082", "enterprise"));
        fields.put("member", stranger.equals(member) ? UUID.randomUUID().toString() : stranger.toString());
        mvc.perform(form(fields).with(people.as("association"))).andExpect(status().is(422));
        fields.put("member", member.toString());
        fields.put("keep", "true");
        mvc.perform(form(fields).with(people.as("association"))).andExpect(redirectedUrl("/intents"));
        var id = byToken(fields);
        var page = mvc.perform(get("/intents/" + id + "/edit").with(people.as("association")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page)
                        .select("select[name=member] option[selected]")
                        .val())
                .isEqualTo(member.toString());
    }

    @Test
    void the_office_asks_the_sender_answers_and_the_office_declines_with_a_reason() throws Exception {
        var id = sent(enterprise(need("131082", "enterprise")), "enterprise-sz");
        verb(id, "queries", Map.of("text", "请补充用地需求"), "sh-officer");
        assertThat(state(id)).isEqualTo("QUERIED");
        verb(id, "answers", Map.of("text", "需要 20 亩"), "enterprise-sz");
        assertThat(state(id)).isEqualTo("SUBMITTED");
        mvc.perform(post("/intents/" + id + "/declines")
                        .with(people.as("sh-officer"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写理由")));
        verb(id, "declines", Map.of("text", "暂无合适载体"), "sh-officer");
        assertThat(state(id)).isEqualTo("DECLINED");
        mvc.perform(get("/intents/" + id).with(people.as("enterprise-sz")))
                .andExpect(content().string(containsString("暂无合适载体")));
    }

    @Test
    void what_is_passed_on_leaves_the_first_office_without_the_contact() throws Exception {
        var id = sent(enterprise(need("131082", "enterprise")), "enterprise-sz");
        var other = people.viewer("xh-officer").organization();
        verb(id, "hand-overs", Map.of("text", "企业更适合香河", "office", other.toString()), "sh-officer");
        mvc.perform(get("/intents/" + id).with(people.as("xh-officer"))).andExpect(status().isOk());
        mvc.perform(post("/intents/" + id + "/acceptances")
                        .with(people.as("sh-officer"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/intents/" + id + "/reveals")
                        .with(people.as("sh-officer"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void without_a_target_it_waits_for_both_coordinating_offices() throws Exception {
        var fields = visitor(null, "示例待分派有限公司");
        mvc.perform(form(fields));
        var id = byToken(fields);
        mvc.perform(get("/intents/" + id).with(people.as("tz-coord"))).andExpect(status().isOk());
        mvc.perform(get("/intents/" + id).with(people.as("sh-officer"))).andExpect(status().isNotFound());
        var office = people.viewer("sh-officer").organization();
        verb(id, "assignments", Map.of("office", office.toString()), "lf-coord");
        mvc.perform(get("/intents/" + id).with(people.as("sh-officer"))).andExpect(status().isOk());
        mvc.perform(post("/intents/" + id + "/assignments")
                        .param("office", office.toString())
                        .with(people.as("tz-coord"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_inbox_costs_the_same_however_long_it_is() throws Exception {
        Callable<?> look = () ->
                mvc.perform(get("/intents/inbox").with(people.as("tz-coord"))).andExpect(status().isOk());
        look.call();
        var page = people.as("tz-coord");
        assertThat(Statements.of(() -> mvc.perform(get("/intents/inbox").with(page))))
                .hasSizeLessThanOrEqualTo(6);
    }

    private static long asked(String html) {
        return Jsoup.parse(html)
                .select("main form.sheet")
                .select("input:not([type=hidden]), select, textarea")
                .size();
    }

    private UUID need(String region, String owner) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description, region_code,
                    expires_on, published_at, created_at, updated_at)
                values (:id, :number, :org, :by, 'PUBLISHED', 'SEEK', 'FILL', 'PRODUCT', '寻求测试部件', '用于测试的需求说明', :region,
                    current_date + 90, now(), now(), now())
                """)
                .param("id", id)
                .param("number", "XQ-T-" + id.toString().substring(0, 13))
                .param("org", people.viewer(owner).organization())
                .param("by", people.viewer(owner).account())
                .param("region", region)
                .update();
        return id;
    }

    private static Map<String, String> visitor(UUID need, String name) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("token", Tokens.next());
        fields.put("need", need == null ? "" : need.toString());
        fields.put("enterpriseName", name);
        fields.put("contactName", "王示例");
        fields.put("contactPhone", "+8613" + (100000000 + (int) (Math.random() * 899999999)));
        fields.put("message", "希望就近配套，研发留在通州。");
        fields.put("consent", "true");
        return fields;
    }

    private static Map<String, String> enterprise(UUID need) {
        var fields = visitor(need, "");
        fields.put("contactPhone", "13800137000");
        return fields;
    }

    private static MockHttpServletRequestBuilder form(Map<String, String> fields) {
        var request = post("/intents/new").with(csrf());
        fields.forEach(request::param);
        return request;
    }

    private UUID sent(Map<String, String> fields, String login) throws Exception {
        mvc.perform(form(fields).with(people.as(login))).andExpect(status().is3xxRedirection());
        return byToken(fields);
    }

    private void verb(UUID id, String verb, Map<String, String> fields, String login) throws Exception {
        RequestPostProcessor person = people.as(login);
        var request = post("/intents/" + id + "/" + verb).with(person).with(csrf());
        fields.forEach(request::param);
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private UUID byToken(Map<String, String> fields) {
        return jdbc.sql("select id from intent where token_hash = ?")
                .param(Tokens.digest(fields.get("token")))
                .query(UUID.class)
                .single();
    }

    private String state(UUID id) {
        return jdbc.sql("select state from intent where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
