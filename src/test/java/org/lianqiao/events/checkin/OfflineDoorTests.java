package org.lianqiao.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The door goes on while the connection is down, and what it did comes in once. */
@PortalTest
class OfflineDoorTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    AnEvent event;
    String phone;

    @BeforeEach
    void anEventWithTwoGuests() throws Exception {
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 7, 5, 9, 0), 9, "OPEN", 4);
        phone = AnEvent.phone();
        event.registers("甲断网", phone);
        event.registers("乙断网", AnEvent.phone());
    }

    @Test
    void the_device_gets_names_and_the_last_digits_only_and_that_is_recorded() throws Exception {
        mvc.perform(get(event.path("/door-list")).with(people.as("xh-officer")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("甲断网"))
                .andExpect(jsonPath("$[0].tail").value(phone.substring(phone.length() - 4)))
                .andExpect(content().string(not(containsString(phone))));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'event.doorList' and entity_id = ?")
                        .param(event.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (var who : List.of("sh-officer", "enterprise"))
            mvc.perform(get(event.path("/door-list")).with(people.as(who))).andExpect(status().isForbidden());
    }

    @Test
    void what_is_sent_twice_counts_once_with_the_time_at_which_it_happened() throws Exception {
        var happened = Instant.now().minus(9, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        var entry = UUID.randomUUID() + "|" + guest(1) + "|" + happened.toEpochMilli();
        for (int i = 0; i < 2; i++) sync(entry);
        assertThat(here()).containsExactly(1);
        assertThat(checkedIn(1)).isEqualTo(happened);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'event.checkIn' and entity_id = ?")
                        .param(event.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_check_in_that_was_taken_back_meanwhile_does_not_come_again() throws Exception {
        var entry = UUID.randomUUID() + "|" + guest(1) + "|" + System.currentTimeMillis();
        sync(entry);
        mvc.perform(post(event.path("/check-in-undos"))
                .param("guest", guest(1).toString())
                .with(csrf())
                .with(people.as("xh-officer")));
        sync(entry);
        assertThat(here()).isEmpty();
    }

    @Test
    void two_devices_without_a_connection_let_the_same_guest_in_once() throws Exception {
        var earlier = Instant.now().minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        sync(UUID.randomUUID() + "|" + guest(1) + "|" + earlier.toEpochMilli());
        sync(UUID.randomUUID() + "|" + guest(1) + "|" + System.currentTimeMillis());
        assertThat(here()).containsExactly(1);
        assertThat(checkedIn(1)).isEqualTo(earlier);
    }

    @Test
    void a_wrong_clock_a_stranger_and_rubbish_do_no_harm() throws Exception {
        var stranger = jdbc.sql("select id from event_guest where event_id <> ? limit 1")
                .param(event.id())
                .query(UUID.class)
                .single();
        sync(UUID.randomUUID() + "|" + stranger + "|1");
        sync("x|y|z");
        sync(UUID.randomUUID() + "|" + guest(2) + "|99999999999999");
        assertThat(here()).containsExactly(2);
        assertThat(checkedIn(2)).isBeforeOrEqualTo(Instant.now());
        mvc.perform(post(event.path("/late-check-ins")).with(csrf()).with(people.as("sh-officer")))
                .andExpect(status().isForbidden());
    }

    private void sync(String entry) throws Exception {
        mvc.perform(post(event.path("/late-check-ins"))
                        .param("entry", entry)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.expected").value(2));
    }

    private List<Integer> here() {
        return jdbc.sql(
                        "select number from event_guest where event_id = ? and checked_in_at is not null order by number")
                .param(event.id())
                .query(Integer.class)
                .list();
    }

    private Instant checkedIn(int number) {
        return jdbc.sql("select checked_in_at from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }
}
