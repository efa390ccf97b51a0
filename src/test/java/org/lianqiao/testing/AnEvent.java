package org.lianqiao.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An event of the test's own, hosted by 香河, as its officer makes it: four slots of 20 minutes at some tables. */
public record AnEvent(UUID id, LocalDateTime starts, MockMvc mvc, People people) {
    private static final AtomicInteger PHONES = new AtomicInteger(1);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** @param registration OPEN or APPROVAL */
    public static AnEvent made(
            MockMvc mvc, People people, LocalDateTime starts, int capacity, String registration, int tables)
            throws Exception {
        var to = mvc.perform(post("/events")
                        .param("kind", "MATCHMAKING")
                        .param("nameZh", "示例·测试对接会")
                        .param("regionCode", "131024")
                        .param("placeZh", "香河会议厅")
                        .param("starts", MINUTE.format(starts))
                        .param("ends", MINUTE.format(starts.plusHours(4)))
                        .param("capacity", String.valueOf(capacity))
                        .param("published", "true")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = UUID.fromString(String.valueOf(to).substring("/events/".length()));
        var event = new AnEvent(id, starts, mvc, people);
        var time = DateTimeFormatter.ofPattern("MM-dd HH:mm");
        mvc.perform(post("/events/" + id + "/programme")
                .param("registration", registration)
                .param(
                        "meetingTimes",
                        starts.getYear() + "-" + time.format(starts) + "-"
                                + starts.plusMinutes(80).toLocalTime())
                .param("slotMinutes", "20")
                .param("pauseMinutes", "0")
                .param("tables", String.valueOf(tables))
                .param("version", "0")
                .with(csrf())
                .with(people.as("xh-officer")));
        return event;
    }

    public String path(String rest) {
        return "/events/" + id + rest;
    }

    /** Moves it to today: its first slot began five minutes ago. */
    public void beginsNow(JdbcClient jdbc) {
        jdbc.sql("""
                update event_slot set starts_at = now() + (position - 1) * interval '20 minutes' - interval '5 minutes',
                       ends_at = now() + position * interval '20 minutes' - interval '5 minutes' where event_id = ?
                """).param(id).update();
        jdbc.sql(
                        "update event set starts_at = now() - interval '5 minutes', ends_at = now() + interval '4 hours' where id = ?")
                .param(id)
                .update();
    }

    /** A number that no other guest of the tests has. */
    public static String phone() {
        return "1370%07d".formatted(PHONES.getAndIncrement());
    }

    /** Registers somebody as a visitor. @return the personal page, or the status where there is none */
    public String registers(String name, String phone) throws Exception {
        var response = mvc.perform(post(path("/register"))
                        .param("organizationName", "示例·" + name + "公司")
                        .param("name", name)
                        .param("position", "总经理")
                        .param("phone", phone)
                        .param("consent", "true")
                        .with(csrf()))
                .andReturn()
                .getResponse();
        var to = response.getRedirectedUrl();
        return to == null ? String.valueOf(response.getStatus()) : to;
    }
}
