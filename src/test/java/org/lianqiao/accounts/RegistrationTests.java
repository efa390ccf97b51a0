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

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Tokens;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class RegistrationTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void an_enterprise_registers_page_by_page_without_a_session_and_signs_in_once_approved() throws Exception {
        var applicant = applicant("示例·𠮷测新材料（三河）有限公司").submitted();
        assertThat(applicant.state()).isEqualTo("SUBMITTED");
        var page = mvc.perform(get("/register/" + applicant.token))
                .andExpect(content().string(containsString("RZ-")))
                .andReturn();
        assertThat(page.getRequest().getSession(false)).isNull();
        decide(applicant, "sh-reviewer", "APPROVED", "");
        mvc.perform(formLogin("/sign-in").user("login", applicant.phone).password(Applicant.PASSWORD))
                .andExpect(authenticated());
        assertThat(jdbc.sql("select status from organization where uscc = ? and licence_file_id is not null")
                        .param(applicant.uscc)
                        .query(String.class)
                        .single())
                .isEqualTo("REGISTERED");
    }

    @Test
    void a_code_is_understood_in_small_letters_full_width_and_with_spaces_but_its_check_digit_must_fit()
            throws Exception {
        var applicant = applicant("示例·宽容材料有限公司");
        mvc.perform(applicant
                        .identity(post("/register/new"), "９１350100m000100y 43")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(applicant
                        .identity(post("/register/new"), "91350100M000100Y44")
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("统一社会信用代码校验未通过，请对照营业执照逐位核对")))
                .andExpect(content().string(containsString("91350100M000100Y44")));
    }

    @Test
    void what_is_missing_too_long_or_unreadable_is_said_at_its_field() throws Exception {
        mvc.perform(post("/register/new").with(csrf())).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/register/new")
                        .param("kind", "OFFICE")
                        .param("name", "x".repeat(121))
                        .param("uscc", "1\0")
                        .param("regionCode", "999999")
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        var applicant = applicant("示例·输入检查有限公司").filled();
        applicant
                .post("/industry", "nodeIds", "nonsense", "products", "x")
                .andExpect(status().isUnprocessableContent());
        applicant.contact("12").andExpect(content().string(containsString("手机号无法识别")));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_in_the_order_of_the_form() throws Exception {
        var applicant = applicant("示例·一次说清有限公司");
        var begun = mvc.perform(applicant
                        .identity(post("/register/new"), applicant.uscc)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var page = mvc.perform(post(java.util.Objects.requireNonNull(begun).replace("/industry", "/contact"))
                        .param("contactPhone", "12")
                        .param("password", "short")
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .containsSubsequence(
                        "href=\"#contactName\"", "href=\"#contactPhone\"", "href=\"#password\"", "href=\"#agreed\"");
    }

    @Test
    void the_answers_to_check_name_the_size_that_was_chosen() throws Exception {
        var applicant = applicant("示例·规模如填有限公司").filled();
        applicant.post("/industry", "products", "测试件", "size", "MEDIUM");
        mvc.perform(get("/register/" + applicant.token + "/answers"))
                .andExpect(content().string(containsString("中型")));
    }

    @Test
    void a_licence_that_is_none_or_too_large_is_refused_at_its_field() throws Exception {
        var applicant = applicant("示例·证照检查有限公司").filled();
        applicant
                .licence("执照.pdf", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("只能上传 PDF、JPG 或 PNG 文件")));
        applicant
                .licence("大.pdf", new byte[10 * 1024 * 1024 + 1])
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("文件超过 10 MB")));
    }

    @Test
    void the_licence_is_shown_to_the_reviewer_of_the_region_and_to_nobody_else() throws Exception {
        var applicant = applicant("示例·证照可见有限公司").submitted();
        var licence = "/reviews/registrations/" + applicant.id() + "/licence";
        mvc.perform(get(licence).with(people.as("sh-reviewer"))).andExpect(status().isOk());
        mvc.perform(get(licence).with(people.as("tz-reviewer"))).andExpect(status().isNotFound());
        mvc.perform(get(licence).with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(get(licence)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_wrong_code_submits_nothing_and_after_five_wrong_ones_the_right_one_is_too_late() throws Exception {
        var applicant = applicant("示例·验证码有限公司").filled();
        applicant.post("/answers");
        var right = applicant.codeSentTo(applicant.phone);
        var wrong = right.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) applicant.confirm(wrong).andExpect(status().isUnprocessableContent());
        applicant.confirm(right).andExpect(status().isUnprocessableContent());
        assertThat(applicant.state()).isEqualTo("DRAFT");
    }

    @Test
    void a_sixth_code_within_an_hour_is_not_sent() throws Exception {
        var applicant = applicant("示例·验证码次数有限公司").filled();
        for (int i = 0; i < 5; i++) applicant.post("/codes").andExpect(status().is3xxRedirection());
        applicant.post("/codes").andExpect(content().string(containsString("发送过于频繁")));
    }

    @Test
    void a_double_click_on_the_last_button_submits_once() throws Exception {
        var applicant = applicant("示例·双击有限公司").filled();
        applicant.post("/answers");
        var code = applicant.codeSentTo(applicant.phone);
        atOnce(() -> applicant.confirm(code).andReturn().getResponse().getStatus(), 2)
                .forEach(status -> assertThat(status).isEqualTo(302));
        assertThat(count("select count(*) from registration_decision where registration_id = ?::uuid", applicant.id()))
                .isEqualTo(1);
    }

    @Test
    void of_two_registrations_of_one_code_only_one_is_submitted() throws Exception {
        var first = applicant("示例·同码有限公司").filled();
        var second = new Applicant(mvc, jdbc, "示例·同码有限公司", first.uscc).filled();
        for (var applicant : List.of(first, second)) applicant.post("/answers");
        var codes = List.of(first.codeSentTo(first.phone), second.codeSentTo(second.phone));
        var applicants = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(0, 1));
        atOnce(
                () -> {
                    int i = applicants.remove();
                    return (i == 0 ? first : second)
                            .confirm(codes.get(i))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                },
                2);
        assertThat(List.of(first.state(), second.state())).containsExactlyInAnyOrder("SUBMITTED", "DRAFT");
    }

    @Test
    void the_code_of_a_registered_organisation_leads_to_its_door() throws Exception {
        var uscc = jdbc.sql("select uscc from organization where id = ?")
                .param(people.viewer("enterprise").organizationId())
                .query(String.class)
                .single();
        mvc.perform(applicant("示例·再来一次").identity(post("/register/new"), uscc).with(csrf()))
                .andExpect(redirectedUrl("/register/join?uscc=" + uscc));
    }

    @Test
    void what_was_returned_is_changed_and_sent_again_without_a_new_code() throws Exception {
        var applicant = applicant("示例·退回有限公司").submitted();
        decide(applicant, "sh-reviewer", "RETURNED", "");
        assertThat(applicant.state()).isEqualTo("SUBMITTED");
        decide(applicant, "sh-reviewer", "RETURNED", "请写明主要产品");
        mvc.perform(get("/register/" + applicant.token)).andExpect(content().string(containsString("请写明主要产品")));
        assertThat(count(
                        "select count(*) from outbox_message where recipient = ? and body like '%请写明主要产品%'",
                        applicant.phone))
                .isEqualTo(1);
        applicant.post("/industry", "products", "电池托盘", "nodeIds", "");
        applicant.post("/answers").andExpect(redirectedUrl("/register/" + applicant.token));
        assertThat(applicant.state()).isEqualTo("SUBMITTED");
    }

    @Test
    void a_changed_phone_number_is_proved_again() throws Exception {
        var applicant = applicant("示例·换号有限公司").submitted();
        decide(applicant, "sh-reviewer", "RETURNED", "请更换联系人");
        applicant.contact(Applicant.freshPhone());
        applicant.post("/answers").andExpect(redirectedUrl("/register/" + applicant.token + "/confirmation"));
        assertThat(applicant.state()).isEqualTo("RETURNED");
    }

    @Test
    void a_registration_of_another_region_is_not_found_and_of_two_approvals_one_counts() throws Exception {
        var applicant = applicant("示例·两人审核有限公司").submitted();
        var page = "/reviews/registrations/" + applicant.id();
        mvc.perform(get(page).with(people.as("xh-reviewer"))).andExpect(status().isNotFound());
        mvc.perform(get(page).with(people.as("enterprise"))).andExpect(status().isForbidden());
        var answers = atOnce(
                () -> decide(applicant, "sh-reviewer", "APPROVED", "")
                        .andReturn()
                        .getResponse()
                        .getStatus(),
                2);
        assertThat(answers).containsExactlyInAnyOrder(302, 404);
        assertThat(count("select count(*) from organization where uscc = ?", applicant.uscc))
                .isEqualTo(1);
    }

    @Test
    void registering_claims_the_organisation_that_was_known_by_its_code() throws Exception {
        var applicant = applicant("示例·认领有限公司");
        jdbc.sql(
                        "insert into organization (id, kind, name, uscc, status, created_at) values (?, 'ENTERPRISE', ?, ?, 'KNOWN', now())")
                .params(org.lianqiao.shared.Ids.next(), applicant.name, applicant.uscc)
                .update();
        applicant.submitted();
        decide(applicant, "sh-reviewer", "APPROVED", "");
        assertThat(count("select count(*) from organization where uscc = ? and status = 'REGISTERED'", applicant.uscc))
                .isEqualTo(1);
    }

    @Test
    void the_reviewer_says_whether_a_namesake_without_a_code_is_the_same() throws Exception {
        var applicant = applicant("示例·同名（三河）有限公司").submitted();
        var known = org.lianqiao.shared.Ids.next();
        jdbc.sql(
                        "insert into organization (id, kind, name, status, created_at) values (?, 'ENTERPRISE', '示例·同名(三河)有限公司', 'KNOWN', now())")
                .param(known)
                .update();
        mvc.perform(get("/reviews/registrations/" + applicant.id()).with(people.as("sh-reviewer")))
                .andExpect(content().string(containsString("核实为同一单位")));
        mvc.perform(post("/reviews/registrations/approvals")
                .param("id", applicant.id())
                .with(people.as("sh-reviewer"))
                .with(csrf()));
        assertThat(applicant.state()).isEqualTo("SUBMITTED");
        mvc.perform(post("/reviews/registrations/" + applicant.id() + "/decisions")
                .param("verdict", "APPROVED")
                .param("sameAs", "true")
                .with(people.as("sh-reviewer"))
                .with(csrf()));
        assertThat(jdbc.sql("select uscc from organization where id = ? and status = 'REGISTERED'")
                        .param(known)
                        .query(String.class)
                        .single())
                .isEqualTo(applicant.uscc);
    }

    @Test
    void the_review_administrator_takes_over_after_two_working_days() throws Exception {
        var applicant = applicant("示例·超时有限公司").submitted();
        var page = "/reviews/registrations/" + applicant.id();
        mvc.perform(get(page).with(people.as("review-admin"))).andExpect(status().isNotFound());
        jdbc.sql("update registration set submitted_at = now() - interval '7 days' where id = ?::uuid")
                .param(applicant.id())
                .update();
        mvc.perform(get(page).with(people.as("review-admin"))).andExpect(status().isOk());
    }

    @Test
    void chosen_ones_are_approved_each_by_itself_with_a_result_each() throws Exception {
        var one = applicant("示例·批量一有限公司").submitted();
        var two = applicant("示例·批量二有限公司").submitted();
        mvc.perform(post("/reviews/registrations/approvals")
                        .param("id", one.id(), two.id(), "nonsense")
                        .with(people.as("sh-reviewer"))
                        .with(csrf()))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash()
                        .attribute("results", List.of("已通过：" + one.name, "已通过：" + two.name)));
    }

    @Test
    void a_foreign_token_leads_nowhere() throws Exception {
        for (var page : List.of("", "/organization", "/answers", "/confirmation", "/licence/file"))
            mvc.perform(get("/register/" + Tokens.next() + page)).andExpect(status().isNotFound());
        mvc.perform(post("/register/" + Tokens.next() + "/withdrawals").with(csrf()))
                .andExpect(status().isNotFound());
    }

    private Applicant applicant(String name) {
        return new Applicant(mvc, jdbc, name);
    }

    private org.springframework.test.web.servlet.ResultActions decide(
            Applicant applicant, String login, String verdict, String reason) throws Exception {
        return mvc.perform(post("/reviews/registrations/" + applicant.id() + "/decisions")
                .param("verdict", verdict)
                .param("reason", reason)
                .with(people.as(login))
                .with(csrf()));
    }

    private static <T> List<T> atOnce(Callable<T> work, int times) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new java.util.ArrayList<T>();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(times, work))) results.add(done.get());
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
