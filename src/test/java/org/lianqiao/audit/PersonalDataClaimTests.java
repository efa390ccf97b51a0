package org.lianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Somebody without an account asks what the portal holds about the own phone number. */
@PortalTest
class PersonalDataClaimTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalDataClaims claims;

    @Autowired
    People people;

    String phone = "";

    @BeforeEach
    void meetThePeople() {
        phone = "+86137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    @Test
    void a_code_proves_the_phone_and_makes_it_a_request_that_the_administrator_answers() throws Exception {
        var page = asked("周𠮷🚗");
        assertThat(requests()).as("nothing is proven yet").isZero();
        mvc.perform(get(page)).andExpect(content().string(not(containsString(phone))));
        mvc.perform(post(page).param("code", code()).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(post(page).param("code", "000000").with(csrf())).andExpect(redirectedUrl(page));
        assertThat(requests()).isOne();
        mvc.perform(get(page))
                .andExpect(content().string(containsString("请求已受理")))
                .andExpect(content().string(not(containsString(phone))));
        var id = jdbc.sql("select id::text from personal_data_request where phone = ?")
                .param(phone)
                .query(String.class)
                .single();
        mvc.perform(get("/administration/personal-data-requests/" + id).with(people.as("security-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("查阅复制")));
        mvc.perform(post("/administration/personal-data-requests/" + id + "/answers")
                        .param("state", "ANSWERED")
                        .param("answer", "未持有您的信息。")
                        .with(people.as("security-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = ? and body like '%未持有您的信息。%'")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void five_wrong_codes_make_the_right_one_useless() throws Exception {
        var page = asked("周某");
        var right = code();
        for (var wrong : new String[] {"", "1", "a\0b", "长".repeat(500), "999999x", "12 34"})
            mvc.perform(post(page).param("code", wrong).with(csrf())).andExpect(status().is4xxClientError());
        mvc.perform(post(page).param("code", right).with(csrf())).andExpect(status().is(422));
        assertThat(requests()).isZero();
    }

    @Test
    void what_is_missing_stands_at_its_field_and_what_was_typed_stays() throws Exception {
        ask("", phone, "ACCESS", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写姓名")));
        ask("周某", "", "ACCESS", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写手机或邮箱")));
        ask("周某", "12", "ACCESS", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写有效的手机号")));
        ask("周某", phone, "CORRECTION", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请写明需要更正的内容")))
                .andExpect(content().string(containsString(phone)));
        ask("周某", phone, "NO_SUCH_KIND", "").andExpect(status().is(422));
        ask("长".repeat(31), phone, "ACCESS", "").andExpect(status().is(422));
    }

    @Test
    void who_never_proves_it_is_forgotten() throws Exception {
        var old = asked("周某");
        jdbc.sql("update personal_data_claim set asked_at = now() - interval '31 days' where reach = ?")
                .param(phone)
                .update();
        claims.tidy();
        mvc.perform(get(old)).andExpect(status().isNotFound());
    }

    private String asked(String name) throws Exception {
        var page = ask(name, phone, "ACCESS", "")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page);
    }

    private ResultActions ask(String name, String typed, String kind, String detail) throws Exception {
        return mvc.perform(post("/privacy/requests")
                .param("kind", kind)
                .param("name", name)
                .param("phone", typed)
                .param("email", "")
                .param("detail", detail)
                .with(csrf()));
    }

    private String code() {
        var body = jdbc.sql(
                        "select body from outbox_message where recipient = ? order by created_at desc, id desc limit 1")
                .param(phone)
                .query(String.class)
                .single();
        var digits = Pattern.compile("\\d{6}").matcher(body);
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private int requests() {
        return jdbc.sql("select count(*) from personal_data_request where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }
}
