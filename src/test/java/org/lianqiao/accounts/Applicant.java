package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Somebody who registers an organisation, page by page, and reads the codes that arrive. */
class Applicant {
    static final String PASSWORD = "Lianqiao#2026";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final byte[] PDF = "%PDF-1.7 示例".getBytes(StandardCharsets.UTF_8);

    private final MockMvc mvc;
    private final JdbcClient jdbc;
    final String name;
    final String uscc;
    final String phone = freshPhone();
    String token = "";

    Applicant(MockMvc mvc, JdbcClient jdbc, String name) {
        this(mvc, jdbc, name, freshCode());
    }

    Applicant(MockMvc mvc, JdbcClient jdbc, String name, String uscc) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.name = name;
        this.uscc = uscc;
    }

    /** All pages filled in, nothing sent. */
    Applicant filled() throws Exception {
        var begun = mvc.perform(identity(MockMvcRequestBuilders.post("/register/new"), uscc)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        token = Objects.requireNonNull(begun).split("/")[2];
        mvc.perform(MockMvcRequestBuilders.post("/register/" + token + "/industry")
                .param("products", "动力电池托盘、液冷板")
                .param("size", "SMALL")
                .param("nodeIds", node())
                .with(csrf()));
        licence("执照.pdf", PDF);
        var last = contact(phone).andReturn().getResponse().getRedirectedUrl();
        assertThat(last).isEqualTo("/register/" + token + "/answers");
        return this;
    }

    Applicant submitted() throws Exception {
        filled();
        post("/answers");
        confirm(codeSentTo(phone));
        return this;
    }

    ResultActions licence(String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/register/" + token + "/licence")
                .file(new MockMultipartFile("licence", name, "application/pdf", content))
                .with(csrf()));
    }

    ResultActions contact(String typed) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/register/" + token + "/contact")
                .param("contactName", "周示例")
                .param("contactPhone", typed)
                .param("password", PASSWORD)
                .param("agreed", "true")
                .with(csrf()));
    }

    ResultActions post(String path, String... params) throws Exception {
        var request = MockMvcRequestBuilders.post(path.startsWith("/register") ? path : "/register/" + token + path);
        for (int i = 0; i < params.length; i += 2) request.param(params[i], params[i + 1]);
        return mvc.perform(request.with(csrf()));
    }

    ResultActions confirm(String code) throws Exception {
        return post("/confirmation", "code", code);
    }

    org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder identity(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String code) {
        return request.param("kind", "ENTERPRISE")
                .param("name", name)
                .param("uscc", code)
                .param("regionCode", "131082");
    }

    String codeSentTo(String target) {
        return code(jdbc, target);
    }

    String state() {
        return jdbc.sql("select state from registration where token_hash = ?")
                .param(org.lianqiao.shared.Tokens.digest(token))
                .query(String.class)
                .single();
    }

    String id() {
        return jdbc.sql("select id::text from registration where token_hash = ?")
                .param(org.lianqiao.shared.Tokens.digest(token))
                .query(String.class)
                .single();
    }

    private String node() {
        return jdbc.sql("select id::text from chain_node where active order by code limit 1")
                .query(String.class)
                .single();
    }

    /** The six digits of the latest message to this phone number or mail address. */
    static String code(JdbcClient jdbc, String target) {
        var body = jdbc.sql(
                        "select body from outbox_message where recipient = ? and body like '%验证码%' order by created_at desc, id desc limit 1")
                .param(target)
                .query(String.class)
                .single();
        var digits = Pattern.compile("\\d{6}").matcher(body);
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    static String freshPhone() {
        return "+86139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    static String freshCode() {
        var code = new StringBuilder("91131082");
        for (int i = 0; i < 9; i++) code.append(ThreadLocalRandom.current().nextInt(10));
        int sum = 0;
        int weight = 1;
        for (char c : code.toString().toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }
}
