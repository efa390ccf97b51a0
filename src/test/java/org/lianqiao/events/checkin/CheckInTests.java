package org.lianqiao.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The door of an event. */
@PortalTest
class CheckInTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GuestLinks links;

    @Autowired
    Guests guests;

    @Autowired
    EventFinder finder;

    @Autowired
    Door door;

    @Autowired
    People people;

    AnEvent event;
    String phone;

    @BeforeEach
    void anEventWithAGuest() throws Exception {
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 6, 1, 9, 0), 3, "OPEN", 4);
        phone = AnEvent.phone();
        event.registers("签到者", phone);
    }

    @Test
    void a_scanned_code_opens_the_door_for_staff_and_names_nobody_to_others() throws Exception {
        var code = code();
        mvc.perform(get(code).with(people.as("xh-officer")))
                .andExpect(redirectedUrl("/events/" + event.id() + "/check-in?code=" + code.substring(3)));
        mvc.perform(get(event.path("/check-in?code=" + code.substring(3))).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("签到者")));
        var answer = mvc.perform(get(code))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(">签到者<"))))
                .andExpect(content().string(containsString("001")))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        mvc.perform(get(code.replace("/c/", "/g/"))).andExpect(status().isNotFound());
    }

    @Test
    void staff_find_a_guest_by_last_digits_name_number_or_organisation() throws Exception {
        for (var typed : List.of(phone.substring(7), "签到", "示例·签到者公司", "001"))
            mvc.perform(get(event.path("/check-in")).param("q", typed).with(people.as("xh-officer")))
                    .andExpect(content().string(containsString("签到者公司")));
        for (var typed : List.of("12", "%", "没有的人"))
            mvc.perform(get(event.path("/check-in")).param("q", typed).with(people.as("xh-officer")))
                    .andExpect(content().string(containsString("没有找到")));
    }

    @Test
    void ten_phones_at_once_check_a_guest_in_once() throws Exception {
        var guest = guest();
        Callable<Boolean> tap = () -> door.checkIn(event.id(), guest, people.viewer("xh-officer"));
        var pool = Executors.newFixedThreadPool(10);
        try {
            int fresh = 0;
            for (var done : pool.invokeAll(Collections.nCopies(10, tap))) if (done.get()) fresh++;
            assertThat(fresh).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
        assertThat(door.count(event.id())).isEqualTo(new HeadCount(1, 1));
    }

    @Test
    void a_check_in_is_counted_and_can_be_taken_back() throws Exception {
        act("/check-ins");
        mvc.perform(get(event.path("/head-count")).with(people.as("xh-officer")))
                .andExpect(content().string(containsString(">1</b>")))
                .andExpect(content().string(not(containsString("<html"))));
        act("/check-in-undos");
        assertThat(door.count(event.id()).here()).isZero();
    }

    @Test
    void who_is_not_confirmed_is_not_let_in() throws Exception {
        jdbc.sql("update event_guest set state = 'PENDING' where event_id = ?")
                .param(event.id())
                .update();
        act("/check-ins");
        assertThat(jdbc.sql("select count(*) from event_guest where event_id = ? and checked_in_at is not null")
                        .param(event.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_walk_in_is_here_at_once_as_long_as_there_are_seats() throws Exception {
        walkIn("现场一", AnEvent.phone(), 302);
        walkIn("现场二", AnEvent.phone(), 302);
        walkIn("现场三", AnEvent.phone(), 422);
        walkIn("现场四", phone, 422);
        assertThat(door.count(event.id())).isEqualTo(new HeadCount(2, 3));
    }

    @Test
    void only_hosts_and_helpers_stand_at_the_door() throws Exception {
        for (var who : List.of("sh-officer", "enterprise", "tz-officer", "auditor")) {
            mvc.perform(get(event.path("/check-in")).with(people.as(who))).andExpect(status().isForbidden());
            mvc.perform(post(event.path("/check-ins"))
                            .param("guest", guest().toString())
                            .with(csrf())
                            .with(people.as(who)))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(post(event.path("/check-ins"))
                        .param("guest", UUID.randomUUID().toString())
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void badges_sheet_and_cards_name_every_confirmed_guest_with_a_code_and_are_recorded() throws Exception {
        for (var what : List.of("badges", "sign-in-sheet", "name-cards"))
            mvc.perform(get(event.path("/prints/" + what)).with(people.as("xh-officer")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("签到者")))
                    .andExpect(content().string(containsString("class=\"qr\"")));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'event.print' and entity_id = ?")
                        .param(event.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void act(String verb) throws Exception {
        mvc.perform(post(event.path(verb))
                        .param("guest", guest().toString())
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound());
    }

    private void walkIn(String name, String number, int expected) throws Exception {
        mvc.perform(post(event.path("/walk-ins"))
                        .param("organizationName", "示例现场公司")
                        .param("name", name)
                        .param("phone", number)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(expected));
    }

    private UUID guest() {
        return jdbc.sql("select id from event_guest where event_id = ? and number = 1")
                .param(event.id())
                .query(UUID.class)
                .single();
    }

    private String code() {
        return links.path(GuestLinks.Purpose.DOOR, guests.get(event.id(), guest()), finder.linked(event.id()));
    }
}
