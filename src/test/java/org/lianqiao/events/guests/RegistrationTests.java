package org.lianqiao.events.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.Statements;

/** Who comes: registration, personal links, what a guest answers and is sent. */
@PortalTest
class RegistrationTests extends GuestRequests {
    @Test
    void a_guest_without_an_account_registers_and_has_a_personal_page_without_a_session() throws Exception {
        var event = event(10, "OPEN");
        var page = event.registers("测试𠮷🚗", AnEvent.phone());
        var answer = mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("报名已确认")))
                .andExpect(content().string(containsString("测试𠮷🚗")))
                .andExpect(content().string(containsString("<path d=\"M")))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        mvc.perform(get(page + "/calendar")).andExpect(content().string(containsString("DTSTART:20320506T060000Z")));
        mvc.perform(get(page).param("lang", "en")).andExpect(content().string(containsString("You are confirmed")));
    }

    @Test
    void a_personal_link_is_bound_to_its_guest_its_purpose_and_its_time() throws Exception {
        var event = event(10, "OPEN");
        var page = event.registers("测试甲", AnEvent.phone());
        var other = event.registers("测试乙", AnEvent.phone());
        var mixed = page.substring(0, 25) + other.substring(25);
        for (var wrong : List.of(
                mixed,
                page + "x",
                page.substring(0, page.length() - 1) + (page.endsWith("A") ? "B" : "A"),
                "/g/x",
                "/c/" + page.substring(3))) mvc.perform(get(wrong)).andExpect(status().isNotFound());
        jdbc.sql(
                        "update event set starts_at = now() - interval '33 days', ends_at = now() - interval '31 days' where id = ?")
                .param(event.id())
                .update();
        mvc.perform(get(page)).andExpect(status().isNotFound());
    }

    @Test
    void a_replaced_link_is_worthless() throws Exception {
        var event = event(10, "OPEN");
        var page = event.registers("测试丙", AnEvent.phone());
        mvc.perform(post(event.path("/guests/" + only(event) + "/links"))
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        mvc.perform(get(page)).andExpect(status().isNotFound());
    }

    @Test
    void a_phone_registers_once_and_its_owner_is_sent_the_link_again_instead() throws Exception {
        var event = event(10, "OPEN");
        var phone = AnEvent.phone();
        event.registers("测试甲", phone);
        assertThat(event.registers("冒名者", phone)).isEqualTo("422");
        assertThat(messagesTo("+86" + phone))
                .filteredOn(m -> m.contains("请勿转发"))
                .hasSize(1);
        assertThat(event.registers("冒名者", phone)).isEqualTo("422");
        assertThat(messagesTo("+86" + phone))
                .filteredOn(m -> m.contains("请勿转发"))
                .hasSize(1);
        assertThat(states(event)).hasSize(1);
    }

    @Test
    void an_invited_guest_answers_by_the_link_only() throws Exception {
        var event = event(1, "OPEN");
        var phone = AnEvent.phone();
        mvc.perform(post(event.path("/guests"))
                        .param("organizationName", "示例受邀公司")
                        .param("name", "测试受邀")
                        .param("phone", phone)
                        .param("how", "invite")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(states(event)).containsExactly("INVITED");
        assertThat(seats(event)).isZero();
        var link = messagesTo("+86" + phone).get(0).replaceAll("(?s).*(/g/[A-Za-z0-9_-]{38}).*", "$1");
        mvc.perform(post(link + "/acceptances").with(csrf())).andExpect(status().isFound());
        mvc.perform(post(link + "/acceptances").with(csrf())).andExpect(status().is(422));
        assertThat(states(event)).containsExactly("CONFIRMED");
        assertThat(seats(event)).isEqualTo(1);
    }

    @Test
    void the_hosts_see_contacts_masked_until_they_ask_which_is_recorded_and_nobody_else_sees_guests() throws Exception {
        var event = event(10, "OPEN");
        var phone = AnEvent.phone();
        event.registers("蒙面者", phone);
        var guest = event.path("/guests/" + only(event));
        for (var page : List.of(event.path("/guests"), guest))
            mvc.perform(get(page).with(people.as("xh-officer")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(phone.substring(3, 7) + phone.substring(7)))))
                    .andExpect(content().string(containsString("蒙**")));
        mvc.perform(post(guest + "/reveals").with(csrf()).with(people.as("xh-officer")))
                .andExpect(content().string(containsString(phone)));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'event.revealGuest' and entity_id = ?")
                        .param(event.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (var who : List.of("sh-officer", "enterprise", "association", "auditor", "joint"))
            mvc.perform(get(event.path("/guests")).with(people.as(who))).andExpect(status().isForbidden());
        mvc.perform(get("/events/24e11e24-45a6-58fa-b0b5-74da87187c42/guests/" + only(event))
                        .with(people.as("sh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_own_question_must_be_answered_where_it_must_and_is_kept() throws Exception {
        var demo = "/events/24e11e24-45a6-58fa-b0b5-74da87187c42";
        var question = jdbc.sql("select id from event_question where event_id = ? and required")
                .param(UUID.fromString(demo.substring(8)))
                .query(UUID.class)
                .single();
        var phone = AnEvent.phone();
        mvc.perform(answered(demo, phone, question, ""))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请回答：最想解决的配套问题")));
        mvc.perform(answered(demo, phone, question, "a\0b")).andExpect(status().is(422));
        mvc.perform(answered(demo, phone, question, "长".repeat(301))).andExpect(status().is(422));
        mvc.perform(answered(demo, phone, question, "碳化硅衬底")).andExpect(status().isFound());
        assertThat(jdbc.sql("select text from event_answer where question_id = ?")
                        .param(question)
                        .query(String.class)
                        .list())
                .contains("碳化硅衬底");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answered(
            String event, String phone, UUID question, String answer) {
        return post(event + "/register")
                .param("organizationName", "示例问答公司")
                .param("name", "测试问答")
                .param("phone", phone)
                .param("answer-" + question, answer)
                .param("consent", "true")
                .with(csrf());
    }

    @Test
    void bad_input_stands_at_its_field() throws Exception {
        var event = event(10, "OPEN");
        for (var bad : new String[][] {
            {"name", ""},
            {"name", "a\0b"},
            {"phone", "12"},
            {"phone", ""},
            {"email", "nobody"},
            {"regionCode", "999999"},
            {"chain", "x"},
            {"chain", UUID.randomUUID().toString()},
            {"about", "长".repeat(301)},
            {"consent", "false"},
            {"organizationName", ""}
        }) {
            var form = post(event.path("/register")).with(csrf());
            var fields = new java.util.HashMap<>(java.util.Map.of(
                    "organizationName", "示例公司", "name", "测试坏输入", "phone", AnEvent.phone(), "consent", "true"));
            fields.put(bad[0], bad[1]);
            fields.forEach(form::param);
            mvc.perform(form)
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("class=\"alert alert-danger errors\"")));
        }
        mvc.perform(post(event.path("/register")).with(csrf())).andExpect(status().is(422));
        assertThat(states(event)).isEmpty();
    }

    @Test
    void nobody_registers_before_it_is_opened_or_after_it_ended() throws Exception {
        var event = event(10, "CLOSED");
        mvc.perform(get(event.path("/register"))).andExpect(content().string(containsString("报名未开放或已截止")));
        assertThat(event.registers("测试早到", AnEvent.phone())).isEqualTo("422");
        assertThat(states(event)).isEmpty();
    }

    @Test
    void the_list_of_guests_costs_few_statements_whatever_its_length() throws Exception {
        var page = get("/events/24e11e24-45a6-58fa-b0b5-74da87187c42/guests").with(people.as("sh-officer"));
        mvc.perform(page).andExpect(status().isOk());
        assertThat(Statements.of(() -> mvc.perform(page))).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_mail_of_confirmation_brings_the_appointment() throws Exception {
        var event = event(10, "OPEN");
        mvc.perform(post(event.path("/register"))
                        .param("organizationName", "示例邮件公司")
                        .param("name", "测试邮件")
                        .param("phone", AnEvent.phone())
                        .param("email", "guest-" + event.id() + "@example.cn")
                        .param("consent", "true")
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(jdbc.sql("select calendar from outbox_message where recipient = ?")
                        .param("guest-" + event.id() + "@example.cn")
                        .query(String.class)
                        .single())
                .contains("BEGIN:VEVENT", "DTSTART:20320506T060000Z", "SUMMARY:示例·测试对接会");
    }

    @Test
    void a_confirmed_guest_is_reminded_once_the_day_before() throws Exception {
        var event = event(10, "OPEN");
        var phone = AnEvent.phone();
        event.registers("测试提醒", phone);
        reminders.remind();
        assertThat(messagesTo("+86" + phone)).noneMatch(m -> m.contains("将于"));
        jdbc.sql(
                        "update event set starts_at = now() + interval '20 hours', ends_at = now() + interval '24 hours' where id = ?")
                .param(event.id())
                .update();
        reminders.remind();
        reminders.remind();
        assertThat(messagesTo("+86" + phone)).filteredOn(m -> m.contains("将于")).hasSize(1);
    }
}
