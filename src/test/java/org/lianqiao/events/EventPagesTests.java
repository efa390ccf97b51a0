package org.lianqiao.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
class EventPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_visitor_finds_the_suzhou_event_without_a_session() throws Exception {
        var answer = mvc.perform(get("/events").param("region", "320500"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("联合招商推介暨跨区域合作对接会（苏州）")))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void what_comes_stands_above_what_was() throws Exception {
        var text = mvc.perform(get("/events").param("size", "50"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text.indexOf("示例·新能源智能网联汽车产业链对接会")).isPositive().isLessThan(text.indexOf("联合招商推介暨跨区域合作对接会（苏州）"));
    }

    @Test
    void an_event_says_when_in_beijing_time_where_and_who_hosts_it() throws Exception {
        mvc.perform(get("/events/64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("14:00–17:30")))
                .andExpect(content().string(containsString("廊坊市北三县协同办")))
                .andExpect(content().string(containsString("苏州市产业园发展促进会")))
                .andExpect(content().string(containsString("复制转发文字")));
        mvc.perform(get("/events/64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7").param("lang", "en"))
                .andExpect(content().string(containsString("Joint promotion and matchmaking meeting, Suzhou")));
    }

    @Test
    void a_draft_is_seen_by_its_hosts_and_becomes_public_when_they_say_so() throws Exception {
        var id = opened("示例·测试草稿活动", "xh-officer");
        mvc.perform(get("/events/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/events").param("q", "测试草稿活动"))
                .andExpect(content().string(not(containsString("示例·测试草稿活动</a>"))));
        mvc.perform(get("/events/" + id).with(people.as("sh-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/events/" + id).with(people.as("tz-officer"))).andExpect(status().isOk());
        mvc.perform(get("/events/" + id + "/edit").with(people.as("tz-officer")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/events/" + id + "/edit").with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
        mvc.perform(form(post("/events/" + id), "示例·测试草稿活动")
                        .param("version", "0")
                        .param("published", "true")
                        .with(people.as("xh-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/events/" + id)).andExpect(status().isOk());
    }

    @Test
    void the_second_editor_sees_both_versions_and_loses_nothing() throws Exception {
        var id = opened("示例·测试活动冲突", "xh-officer");
        mvc.perform(form(post("/events/" + id), "测试活动先保存")
                        .param("version", "0")
                        .with(people.as("xh-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form(post("/events/" + id), "测试活动后保存")
                        .param("version", "0")
                        .with(people.as("xh-lead"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("测试活动先保存")))
                .andExpect(content().string(containsString("测试活动后保存")));
    }

    @Test
    void bad_input_stands_at_its_field_and_keeps_what_was_typed() throws Exception {
        for (var bad : new String[][] {
            {"starts", "2027-02-30T10:00"},
            {"starts", ""},
            {"ends", "1999-01-01T00:00"},
            {"ends", "明天"},
            {"capacity", "-1"},
            {"capacity", "99999999999"},
            {"regionCode", "999999"},
            {"hosts", "nobody"},
            {"hosts", UUID.randomUUID().toString()},
            {"chains", UUID.randomUUID().toString()},
            {"kind", "PARTY"},
            {"nameEn", "x".repeat(121)},
            {"summaryZh", "长".repeat(2001)},
            {"placeZh", "a\0b"},
        }) {
            var request = form(post("/events"), "测试坏输入的活动").with(csrf()).with(people.as("tz-officer"));
            mvc.perform(with(request, bad[0], bad[1]))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("测试坏输入的活动")))
                    .andExpect(content().string(containsString("class=\"alert alert-danger errors\"")));
        }
        mvc.perform(post("/events").with(csrf()).with(people.as("tz-officer"))).andExpect(status().is(422));
        mvc.perform(get("/events")
                        .param("kind", "PARTY")
                        .param("region", "x")
                        .param("when", "?")
                        .param("page", "-1"))
                .andExpect(status().isOk());
        mvc.perform(get("/events/1")).andExpect(status().is3xxRedirection());
    }

    @Test
    void rare_characters_come_back_as_they_were_typed() throws Exception {
        var id = opened("示例·测试𠮷活动🚗", "xh-officer");
        mvc.perform(get("/events/" + id).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("示例·测试𠮷活动🚗")));
    }

    @Test
    void only_officers_announce_events() throws Exception {
        mvc.perform(get("/events/new").with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(get("/events/new")).andExpect(status().is3xxRedirection());
        mvc.perform(form(post("/events"), "示例·测试无权活动")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(form(post("/events"), "示例·测试访客活动").with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String opened(String name, String login) throws Exception {
        var page = mvc.perform(form(post("/events"), name)
                        .param("coHosts", "b4d31119-ce03-501b-b71b-91077377e936")
                        .with(people.as(login))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1);
    }

    private static MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request, String name) {
        var day = LocalDate.now().plusDays(30);
        return request.param("kind", "PROMOTION")
                .param("nameZh", name)
                .param("regionCode", "131024")
                .param("placeZh", "香河")
                .param("starts", day + "T09:00")
                .param("ends", day + "T11:30");
    }

    /** The request with one field typed otherwise. */
    private static MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, String field, String typed) {
        return request.with(sent -> {
            sent.setParameter(field, typed);
            return sent;
        });
    }
}
