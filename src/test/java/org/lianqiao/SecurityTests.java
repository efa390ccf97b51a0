package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Route;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The door: headers, cookies, sessions, and what is answered to who asks wrongly. */
@PortalTest
class SecurityTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    /** Pages that everybody may read. */
    static Stream<Route> publicPages() throws IOException {
        return Route.table().stream()
                .filter(route ->
                        route.method().equals("GET") && route.expected().startsWith("ok"));
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void a_visitor_gets_no_session(Route page) throws Exception {
        mvc.perform(post("/preferences").param("view", "none").with(csrf())); // a form sent before changes nothing
        var answer = new MvcResult[1];
        assertThat(Statements.of(() -> answer[0] =
                        mvc.perform(page.request(Route.records(jdbc))).andReturn()))
                .noneMatch(sql -> sql.contains("INSERT INTO SPRING_SESSION"));
        assertThat(answer[0].getRequest().getSession(false)).isNull();
        assertThat(answer[0].getResponse().getCookies()).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/needs", "/sign-in", "/assets/lianqiao.css", "/no/such/page"})
    void every_answer_carries_the_policy(String path) throws Exception {
        mvc.perform(get(path).with(people.as("enterprise")))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                                + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"));
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void no_page_has_script_or_style_of_its_own(Route page) throws Exception {
        var html = mvc.perform(page.request(Route.records(jdbc)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("<[^>]+ style=")
                .doesNotContainPattern("<[^>]+ on[a-z]+=")
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//(?!localhost)");
    }

    @Test
    void a_page_behind_the_door_asks_to_sign_in_and_is_remembered_without_a_session() throws Exception {
        var answer =
                mvc.perform(get("/desk")).andExpect(redirectedUrl("/sign-in")).andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void who_signed_in_gets_404_for_what_does_not_exist() throws Exception {
        mvc.perform(get("/no/such/page").with(people.as("enterprise"))).andExpect(status().isNotFound());
        mvc.perform(get("/needs/not-an-id").with(people.as("enterprise"))).andExpect(status().isNotFound());
        mvc.perform(get("/needs/00000000-0000-7000-8000-000000000000")).andExpect(status().isNotFound());
    }

    @Test
    void a_visitor_gets_404_for_what_does_not_exist_and_is_not_led_there_after_signing_in() throws Exception {
        for (var path : new String[] {"/no/such/page", "/apple-touch-icon.png", "/desk/nothing"})
            mvc.perform(get(java.net.URI.create(path)))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isBetween(400, 404))
                    .andExpect(cookie().doesNotExist("REDIRECT_URI"));
        mvc.perform(get("/no/such/page")).andExpect(status().isNotFound());
        mvc.perform(get("/desk")).andExpect(cookie().exists("REDIRECT_URI"));
    }

    @Test
    void a_wrong_verb_is_405_and_a_wrong_form_is_no_failure_of_ours() throws Exception {
        mvc.perform(put("/needs").with(people.as("enterprise")).with(csrf())).andExpect(status().isMethodNotAllowed());
        mvc.perform(post("/needs").with(people.as("enterprise")).with(csrf())).andExpect(status().isMethodNotAllowed());
        var json = post("/my/needs").contentType(MediaType.APPLICATION_JSON).content("{}");
        assertThat(mvc.perform(json.with(people.as("enterprise")).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
    }

    @Test
    void head_is_answered_as_get_without_the_page() throws Exception {
        assertThat(mvc.perform(head("/needs"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getRequest()
                        .getSession(false))
                .isNull();
        mvc.perform(options("/needs")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_visitor_may_send_nothing_but_the_few_forms() throws Exception {
        for (var path : new String[] {"/needs", "/projects", "/events", "/chains/x", "/"})
            mvc.perform(post(path).with(csrf())).andExpect(redirectedUrl("/sign-in"));
    }

    @ParameterizedTest
    @CsvSource({"404, zh", "404, en", "403, zh", "403, en", "500, zh", "500, en", "400, zh", "405, en"})
    void an_error_is_said_in_the_reader_s_language_without_its_inside(int code, String language) throws Exception {
        var html = mvc.perform(get("/error")
                        .param("lang", language)
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                        .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret-inside")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret-inside"))
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/needs"))
                .andExpect(status().is(code))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .contains("lang=\"" + language)
                .doesNotContain("secret-inside")
                .doesNotContain("at org.")
                .doesNotContain("Exception");
    }

    @Test
    void the_error_page_is_no_page_of_its_own() throws Exception {
        mvc.perform(get("/error")).andExpect(status().isNotFound());
        mvc.perform(get("/error").with(people.as("enterprise"))).andExpect(status().isNotFound());
    }

    @Test
    void a_redirect_leads_nowhere_else() throws Exception {
        for (var back : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", ""})
            mvc.perform(post("/preferences")
                            .param("view", "text-large")
                            .param("back", back)
                            .with(csrf()))
                    .andExpect(redirectedUrl("/"));
    }

    @Test
    void the_same_words_refuse_a_wrong_name_and_a_wrong_password() throws Exception {
        for (var typed : Map.of("nobody-of-this-name", "Lianqiao#2026", "park", "wrong-password-1")
                .entrySet())
            mvc.perform(post("/sign-in")
                            .param("login", typed.getKey())
                            .param("password", typed.getValue())
                            .with(csrf()))
                    .andExpect(redirectedUrl("/sign-in?failed"));
    }

    @Test
    void health_says_that_it_lives_and_nothing_else() throws Exception {
        var health = mvc.perform(get("/health")).andExpect(status().isOk()).andReturn();
        assertThat(health.getResponse().getContentAsString())
                .contains("UP")
                .doesNotContain("database", "jdbc", "details");
        mvc.perform(get("/env").with(people.as("system-admin"))).andExpect(status().isNotFound());
        mvc.perform(get("/actuator").with(people.as("system-admin"))).andExpect(status().isNotFound());
    }
}
