package org.lianqiao.events.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Who comes: registration, seats, the waiting list, personal links, decisions. */
@PortalTest
class RegistrationTests {
    private static final LocalDateTime LATER = LocalDateTime.of(2032, 5, 6, 14, 0);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reminders reminders;

    @Autowired
    People people;

    private AnEvent event(int capacity, String registration) throws Exception {
        return AnEvent.made(mvc, people, LATER, capacity, registration, 4);
    }

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
    void who_waits_moves_up_by_himself_when_somebody_cancels_and_is_told() throws Exception {
        var event = event(1, "OPEN");
        var first = event.registers("测试甲", AnEvent.phone());
        var phone = AnEvent.phone();
        var second = event.registers("测试乙", phone);
        var third = event.registers("测试丙", AnEvent.phone());
        mvc.perform(get(third)).andExpect(content().string(containsString("前面还有 1 位")));
        mvc.perform(post(first + "/cancellations").with(csrf())).andExpect(status().isFound());
        mvc.perform(get(second)).andExpect(content().string(containsString("报名已确认")));
        mvc.perform(get(third)).andExpect(content().string(containsString("前面还有 0 位")));
        assertThat(messagesTo("+86" + phone)).anyMatch(m -> m.contains("您已由候补转为确认"));
        assertThat(seats(event)).isEqualTo(1);
    }

    @Test
    void a_raised_capacity_lets_in_who_waits_in_their_order() throws Exception {
        var event = event(1, "OPEN");
        for (var name : List.of("测试一", "测试二", "测试三", "测试四")) event.registers(name, AnEvent.phone());
        mvc.perform(post("/events/" + event.id())
                        .param("kind", "MATCHMAKING")
                        .param("nameZh", "示例·测试对接会")
                        .param("regionCode", "131024")
                        .param("placeZh", "香河会议厅")
                        .param("starts", "2032-05-06T14:00")
                        .param("ends", "2032-05-06T18:00")
                        .param("capacity", "3")
                        .param("published", "true")
                        .param("version", "1")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(states(event)).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "WAITING");
    }

    @Test
    void twenty_at_once_never_get_more_seats_than_there_are() throws Exception {
        var event = event(5, "OPEN");
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            tries.add(() -> event.registers("测试" + n, AnEvent.phone()));
        }
        var pool = Executors.newFixedThreadPool(10);
        try {
            for (var page : pool.invokeAll(tries)) assertThat(page.get()).startsWith("/g/");
        } finally {
            pool.shutdown();
        }
        assertThat(states(event)).filteredOn("CONFIRMED"::equals).hasSize(5);
        assertThat(states(event)).filteredOn("WAITING"::equals).hasSize(15);
        assertThat(seats(event)).isEqualTo(5);
    }

    @Test
    void cancelling_and_registering_at_once_leaves_no_seat_empty_while_somebody_waits() throws Exception {
        var event = event(3, "OPEN");
        var seated = new ArrayList<String>();
        for (int i = 0; i < 3; i++) seated.add(event.registers("测试" + i, AnEvent.phone()));
        var tries = new ArrayList<Callable<Object>>();
        for (var page : seated)
            tries.add(() -> mvc.perform(post(page + "/cancellations").with(csrf())));
        for (int i = 3; i < 9; i++) {
            int n = i;
            tries.add(() -> event.registers("测试" + n, AnEvent.phone()));
        }
        var pool = Executors.newFixedThreadPool(9);
        try {
            for (var done : pool.invokeAll(tries)) done.get();
        } finally {
            pool.shutdown();
        }
        assertThat(states(event)).filteredOn("CONFIRMED"::equals).hasSize(3);
        assertThat(states(event)).filteredOn("WAITING"::equals).hasSize(3);
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
    void hosts_admit_and_turn_down_with_a_reason_that_the_guest_reads() throws Exception {
        var event = event(1, "APPROVAL");
        var first = event.registers("测试甲", AnEvent.phone());
        var second = event.registers("测试乙", AnEvent.phone());
        mvc.perform(get(first)).andExpect(content().string(containsString("待审核")));
        var ids = ids(event);
        mvc.perform(post(event.path("/guests/decisions"))
                        .param("guest", ids.get(0).toString(), ids.get(1).toString())
                        .param("decision", "approve")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(states(event)).containsExactly("CONFIRMED", "WAITING");
        decide(event, ids.get(1), "reject", "", 422);
        decide(event, ids.get(1), "reject", "本场限整车企业", 302);
        mvc.perform(get(second))
                .andExpect(content().string(containsString("未能安排参会")))
                .andExpect(content().string(containsString("本场限整车企业")));
        decide(event, UUID.randomUUID(), "approve", "", 302);
        mvc.perform(post(event.path("/guests/decisions")).with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().is(422));
    }

    @Test
    void a_change_of_a_confirmed_guest_waits_for_the_hosts_and_one_before_stands_at_once() throws Exception {
        var event = event(5, "APPROVAL");
        var page = event.registers("测试甲", AnEvent.phone());
        change(page, "改名甲");
        mvc.perform(get(page)).andExpect(content().string(containsString("改名甲")));
        decide(event, only(event), "approve", "", 302);
        change(page, "改名乙");
        mvc.perform(get(page))
                .andExpect(content().string(not(containsString("改名乙"))))
                .andExpect(content().string(containsString("待主办单位确认")));
        mvc.perform(get(event.path("/guests?change=yes")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("有修改待确认")));
        mvc.perform(post(event.path("/guests/" + only(event) + "/change-decisions"))
                        .param("decision", "accept")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
        mvc.perform(get(page)).andExpect(content().string(containsString("改名乙")));
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
    void an_association_brings_a_group_and_each_has_a_link() throws Exception {
        var event = event(10, "OPEN");
        var phone = AnEvent.phone();
        var lines = "示例甲公司\t测试团员甲\t经理\t" + phone + "\n示例乙公司，测试团员乙，，" + AnEvent.phone() + "，b@example.cn";
        mvc.perform(post(event.path("/register/group"))
                        .param("lines", lines)
                        .with(csrf())
                        .with(people.as("association")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请先征得每位来宾同意")));
        mvc.perform(post(event.path("/register/group"))
                        .param("lines", lines)
                        .param("agreed", "true")
                        .with(csrf())
                        .with(people.as("association")))
                .andExpect(status().isFound());
        assertThat(states(event)).containsExactly("CONFIRMED", "CONFIRMED");
        assertThat(messagesTo("+86" + phone)).hasSize(1);
        for (var bad : List.of("", "一个人", "甲公司,乙,丙,不是电话", lines))
            mvc.perform(post(event.path("/register/group"))
                            .param("lines", bad)
                            .param("agreed", "true")
                            .with(csrf())
                            .with(people.as("association")))
                    .andExpect(status().is(422));
        assertThat(states(event)).hasSize(2);
        mvc.perform(get(event.path("/register/group")).with(people.as("enterprise")))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_sheet_of_replies_is_looked_at_first_and_taken_once() throws Exception {
        var event = event(10, "OPEN");
        var known = AnEvent.phone();
        event.registers("已报名者", known);
        var file = sheet(known);
        var to = mvc.perform(multipart(event.path("/guests/imports"))
                        .file(new MockMultipartFile("file", "回执.xlsx", "", file))
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(to).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("测试回执一")))
                .andExpect(content().string(containsString("单位、姓名、手机或邮箱不正确")));
        mvc.perform(get(to).with(people.as("xh-lead"))).andExpect(status().isNotFound());
        mvc.perform(post(to + "/confirmations").with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().isFound());
        mvc.perform(post(to + "/confirmations").with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(states(event)).containsExactly("CONFIRMED", "CONFIRMED");
    }

    /** Title above the header, a good row, one who is on the list, one without a phone. */
    private static byte[] sheet(String known) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("回执");
            var rows = new String[][] {
                {"对接会参会回执"},
                {"序号", "单位名称", "姓名", "职务", "手机\n号码", "邮箱"},
                {"1", "示例回执公司", "测试回执一", "经理", AnEvent.phone(), ""},
                {"2", "示例回执公司", "测试回执二", "经理", known, ""},
                {"3", "示例回执公司", "测试回执三", "经理", "", ""}
            };
            for (int r = 0; r < rows.length; r++)
                for (int c = 0; c < rows[r].length; c++) sheet.value(r, c, rows[r][c]);
        }
        return bytes.toByteArray();
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

    private void change(String page, String name) throws Exception {
        mvc.perform(post(page + "/changes")
                        .param("organizationName", "示例公司")
                        .param("name", name)
                        .param("phone", AnEvent.phone())
                        .with(csrf()))
                .andExpect(status().isFound());
    }

    private void decide(AnEvent event, UUID guest, String decision, String reason, int expected) throws Exception {
        mvc.perform(post(event.path("/guests/decisions"))
                        .param("guest", guest.toString())
                        .param("decision", decision)
                        .param("reason", reason)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(expected));
    }

    private List<String> messagesTo(String recipient) {
        return jdbc.sql("select body from outbox_message where recipient = ? order by created_at")
                .param(recipient)
                .query(String.class)
                .list();
    }

    private List<String> states(AnEvent event) {
        return jdbc.sql("select state from event_guest where event_id = ? order by number")
                .param(event.id())
                .query(String.class)
                .list();
    }

    private List<UUID> ids(AnEvent event) {
        return jdbc.sql("select id from event_guest where event_id = ? order by number")
                .param(event.id())
                .query(UUID.class)
                .list();
    }

    private UUID only(AnEvent event) {
        return ids(event).get(0);
    }

    private int seats(AnEvent event) {
        return jdbc.sql("select seats_taken from event where id = ?")
                .param(event.id())
                .query(Integer.class)
                .single();
    }
}
