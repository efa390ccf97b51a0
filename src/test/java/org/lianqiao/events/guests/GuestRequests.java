package org.lianqiao.events.guests;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What guests and hosts send, and what stands afterwards. */
@PortalTest
abstract class GuestRequests {
    static final LocalDateTime LATER = LocalDateTime.of(2032, 5, 6, 14, 0);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reminders reminders;

    @Autowired
    People people;

    AnEvent event(int capacity, String registration) throws Exception {
        return AnEvent.made(mvc, people, LATER, capacity, registration, 4);
    }

    void change(String page, String name) throws Exception {
        mvc.perform(post(page + "/changes")
                        .param("organizationName", "示例公司")
                        .param("name", name)
                        .param("phone", AnEvent.phone())
                        .with(csrf()))
                .andExpect(status().isFound());
    }

    void decide(AnEvent event, UUID guest, String decision, String reason, int expected) throws Exception {
        mvc.perform(post(event.path("/guests/decisions"))
                        .param("guest", guest.toString())
                        .param("decision", decision)
                        .param("reason", reason)
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(expected));
    }

    List<String> messagesTo(String recipient) {
        return jdbc.sql("select body from outbox_message where recipient = ? order by created_at")
                .param(recipient)
                .query(String.class)
                .list();
    }

    List<String> states(AnEvent event) {
        return jdbc.sql("select state from event_guest where event_id = ? order by number")
                .param(event.id())
                .query(String.class)
                .list();
    }

    List<UUID> ids(AnEvent event) {
        return jdbc.sql("select id from event_guest where event_id = ? order by number")
                .param(event.id())
                .query(UUID.class)
                .list();
    }

    UUID only(AnEvent event) {
        return ids(event).get(0);
    }

    int seats(AnEvent event) {
        return jdbc.sql("select seats_taken from event where id = ?")
                .param(event.id())
                .query(Integer.class)
                .single();
    }
}
