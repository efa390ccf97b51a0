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
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class NeedPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_visitor_reads_the_open_needs_without_a_session() throws Exception {
        var answer = mvc.perform(get("/needs").param("kind", "FILL"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("补链")))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void a_filter_that_cannot_be_read_filters_nothing() throws Exception {
        mvc.perform(get("/needs")
                        .param("kind", "绿链")
                        .param("chain", "1")
                        .param("from", "-5")
                        .param("since", "2026-02-30")
                        .param("page", "999999999999"))
                .andExpect(status().isOk());
        mvc.perform(get("/needs").param("q", "a\0b")).andExpect(status().isBadRequest());
    }

    @Test
    void a_page_past_the_end_leads_to_the_last_one_and_keeps_the_filters() throws Exception {
        var number = jdbc.sql("select number from need where state = 'PUBLISHED' order by number limit 1")
                .query(String.class)
                .single();
        mvc.perform(get("/needs?q=" + number + "&size=50&page=400"))
                .andExpect(redirectedUrl("/needs?q=" + number + "&size=50&page=1"));
        mvc.perform(get("/needs?q=nothing-is-called-so&page=400")).andExpect(status().isOk());
    }

    @Test
    void a_need_goes_from_draft_through_review_to_everybody() throws Exception {
        var page = mvc.perform(form(post("/my/needs"), "寻求𠮷牌电池托盘供应 🚗")
                        .param("submit", "true")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1);
        mvc.perform(get("/needs/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/reviews/needs/" + id).with(people.as("xh-reviewer"))).andExpect(status().isNotFound());
        mvc.perform(post("/reviews/needs/" + id + "/decisions")
                        .param("verdict", "APPROVE")
                        .with(people.as("sh-reviewer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/needs/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("寻求𠮷牌电池托盘供应 🚗")));
    }

    @Test
    void a_return_needs_a_reason_that_the_owner_reads() throws Exception {
        var id = submitted("寻求电机壳体铸件供应");
        mvc.perform(post("/reviews/needs/" + id + "/decisions")
                .param("verdict", "RETURN")
                .with(people.as("sh-reviewer"))
                .with(csrf()));
        assertThat(state(id)).isEqualTo("SUBMITTED");
        mvc.perform(post("/reviews/needs/" + id + "/decisions")
                .param("verdict", "RETURN")
                .param("reason", "请写明年用量")
                .with(people.as("sh-reviewer"))
                .with(csrf()));
        assertThat(state(id)).isEqualTo("RETURNED");
        mvc.perform(get("/my/needs/" + id).with(people.as("enterprise")))
                .andExpect(content().string(containsString("请写明年用量")));
        assertThat(jdbc.sql("select count(*) from outbox_message where subject like '%请写明年用量%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_need_of_somebody_else_is_not_found() throws Exception {
        var id = submitted("寻求电芯托盘自动线");
        mvc.perform(get("/my/needs/" + id).with(people.as("enterprise-sz"))).andExpect(status().isNotFound());
        mvc.perform(post("/my/needs/" + id + "/closings")
                        .with(people.as("enterprise-sz"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_anonymous_need_names_nobody() throws Exception {
        var id = jdbc.sql("select n.id from need n where n.anonymous and n.state = 'PUBLISHED' limit 1")
                .query(UUID.class)
                .single();
        var owner = jdbc.sql("select o.name from need n join organization o on o.id = n.organization_id where n.id = ?")
                .param(id)
                .query(String.class)
                .single();
        mvc.perform(get("/needs/" + id)).andExpect(content().string(not(containsString(owner))));
    }

    @Test
    void bad_input_stands_at_its_field_and_keeps_what_was_typed() throws Exception {
        mvc.perform(form(post("/my/needs"), "很好的标题")
                        .param("amountWan", "-3")
                        .param("policyValidUntil", "2027-02-30")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("很好的标题")));
        mvc.perform(form(post("/my/needs"), "a\0b")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(form(post("/my/needs"), "长".repeat(61))
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请不超过 60 字")));
    }

    @Test
    void who_is_no_author_may_not_write() throws Exception {
        mvc.perform(get("/my/needs/new").with(people.as("auditor"))).andExpect(status().isForbidden());
        mvc.perform(get("/reviews/needs").with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(get("/my/needs")).andExpect(status().is3xxRedirection());
        mvc.perform(form(post("/my/needs"), "没有令牌的提交").with(people.as("enterprise")))
                .andExpect(status().isForbidden());
    }

    private String submitted(String title) throws Exception {
        var page = mvc.perform(form(post("/my/needs"), title)
                        .param("submit", "true")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1);
    }

    private String state(String id) {
        return jdbc.sql("select state from need where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request, String title) {
        var node = jdbc.sql("select id::text from chain_node where name_zh = '动力电池包'")
                .query(String.class)
                .single();
        return request.param("direction", "SEEK")
                .param("kind", "FILL")
                .param("subject", "PRODUCT")
                .param("title", title)
                .param("description", "要求稳定供货，通过质量体系认证。")
                .param("nodeId", node)
                .param("regionCode", "131082")
                .param("expiresOn", LocalDate.now().plusMonths(3).toString());
    }
}
