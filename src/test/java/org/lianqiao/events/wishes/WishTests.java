package org.lianqiao.events.wishes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.ArrayList;
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

/** Whom guests want to meet. */
@PortalTest
class WishTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    AnEvent event;
    final List<String> pages = new ArrayList<>();

    @BeforeEach
    void anEventWithThreeGuests() throws Exception {
        event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 7, 1, 9, 0), 9, "OPEN", 4);
        for (var name : List.of("甲某某", "乙某某", "丙某某")) pages.add(event.registers(name, AnEvent.phone()));
    }

    @Test
    void a_guest_chooses_among_the_others_whose_names_and_phones_stay_masked() throws Exception {
        mvc.perform(get(pages.get(0) + "/wishes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例·乙某某公司")))
                .andExpect(content().string(containsString("乙**")))
                .andExpect(content().string(not(containsString("示例·甲某某公司"))));
        wish(0, 2, "MUST", 302);
        wish(0, 3, "WOULD", 302);
        assertThat(wishes()).containsExactly("1→2 MUST", "1→3 WOULD");
        wish(0, 2, "", 302);
        assertThat(wishes()).containsExactly("1→3 WOULD");
    }

    @Test
    void nobody_sees_anothers_rather_not_not_even_who_chooses_for_him() throws Exception {
        wish(0, 2, "RATHER_NOT", 302);
        mvc.perform(get(pages.get(0) + "/wishes"))
                .andExpect(content().string(containsString("value=\"RATHER_NOT\" checked")));
        mvc.perform(get(pages.get(1) + "/wishes"))
                .andExpect(content().string(not(containsString("value=\"RATHER_NOT\" checked"))));
        jdbc.sql(
                        "update event_guest set brought_by = (select organization_id from membership m join account a on a.current_membership_id = m.id where a.login = 'association') where id = ?")
                .param(guest(1))
                .update();
        var forHim = event.path("/wishes/" + guest(1));
        mvc.perform(get(forHim).with(people.as("association")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("RATHER_NOT"))));
        mvc.perform(post(forHim)
                        .param("wish-" + guest(2), "MUST")
                        .param("wish-" + guest(3), "WOULD")
                        .with(csrf())
                        .with(people.as("association")))
                .andExpect(status().isFound());
        assertThat(wishes()).containsExactly("1→2 RATHER_NOT", "1→3 WOULD");
        mvc.perform(get(forHim).with(people.as("association")))
                .andExpect(content().string(containsString("已选 2 位")))
                .andExpect(content().string(containsString("value=\"MUST\" checked")));
        mvc.perform(get(pages.get(0) + "/wishes"))
                .andExpect(content().string(containsString("已选 1 位")))
                .andExpect(content().string(containsString("value=\"RATHER_NOT\" checked")));
    }

    @Test
    void one_chooses_only_for_ones_own_people() throws Exception {
        for (var who : List.of("association", "enterprise", "sh-officer"))
            mvc.perform(get(event.path("/wishes/" + guest(1))).with(people.as(who)))
                    .andExpect(status().isNotFound());
    }

    @Test
    void more_than_the_event_allows_is_refused_and_nothing_is_kept_or_lost() throws Exception {
        jdbc.sql("update event set most_meetings = 1 where id = ?")
                .param(event.id())
                .update();
        mvc.perform(post(pages.get(0) + "/wishes")
                        .param("wish-" + guest(2), "MUST")
                        .param("wish-" + guest(3), "WOULD")
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("最多选择 1 位，现为 2 位")))
                .andExpect(content().string(containsString("value=\"WOULD\" checked")));
        assertThat(wishes()).isEmpty();
    }

    @Test
    void wishes_end_in_time_and_only_a_confirmed_guest_has_them() throws Exception {
        jdbc.sql("update event_guest set state = 'PENDING' where id = ?")
                .param(guest(1))
                .update();
        wish(0, 2, "MUST", 422);
        jdbc.sql("update event set wishes_until = now() - interval '1 hour' where id = ?")
                .param(event.id())
                .update();
        wish(1, 3, "MUST", 422);
        assertThat(wishes()).isEmpty();
    }

    @Test
    void a_guest_of_another_event_oneself_and_rubbish_cannot_be_wished() throws Exception {
        var stranger = jdbc.sql(
                        "select id from event_guest where event_id = '24e11e24-45a6-58fa-b0b5-74da87187c42' limit 1")
                .query(UUID.class)
                .single();
        mvc.perform(post(pages.get(0) + "/wishes")
                        .param("wish-" + stranger, "MUST")
                        .param("wish-" + guest(1), "MUST")
                        .param("wish-x", "MUST")
                        .param("wish-" + guest(2), "LOVE")
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(wishes()).isEmpty();
    }

    private void wish(int page, int number, String kind, int expected) throws Exception {
        mvc.perform(post(pages.get(page) + "/wishes")
                        .param("wish-" + guest(number), kind)
                        .with(csrf()))
                .andExpect(status().is(expected));
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }

    private List<String> wishes() {
        return jdbc.sql("""
                select f.number || '→' || t.number || ' ' || w.kind from event_wish w join event_guest f on f.id = w.from_guest
                  join event_guest t on t.id = w.to_guest where w.event_id = ? order by f.number, t.number
                """).param(event.id()).query(String.class).list();
    }
}
