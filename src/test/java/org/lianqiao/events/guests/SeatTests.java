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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AnEvent;
import org.springframework.mock.web.MockMultipartFile;

/** Who has a seat: the waiting list, decisions of the hosts, groups, and what holds when many come at once. */
@PortalTest
class SeatTests extends GuestRequests {
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
}
