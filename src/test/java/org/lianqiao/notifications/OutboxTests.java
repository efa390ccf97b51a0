package org.lianqiao.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Message;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class OutboxTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    People people;

    @Test
    void a_recipient_is_masked_until_a_recorded_look() throws Exception {
        var id = sent("+8613911112222", "验证码 135790，10 分钟内有效 " + UUID.randomUUID());
        mvc.perform(get("/administration/outbox").param("channel", "SMS").with(people.as("system-admin")))
                .andExpect(content().string(not(containsString("13911112222"))))
                .andExpect(content().string(containsString("****2222")));
        mvc.perform(get("/administration/outbox/" + id).with(people.as("system-admin")))
                .andExpect(content().string(containsString("135790")))
                .andExpect(content().string(not(containsString("13911112222"))));
        mvc.perform(post("/administration/outbox/" + id + "/reveals")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(content().string(containsString("+8613911112222")));
        assertThat(recorded("message.reveal", id)).isEqualTo(1);
    }

    @Test
    void what_did_not_go_out_is_sent_again_and_what_went_out_is_not() throws Exception {
        var id = sent("+8613911113333", "请查收 " + UUID.randomUUID());
        mvc.perform(post("/administration/outbox/" + id + "/retries")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(recorded("message.retry", id)).isEqualTo(1);
        jdbc.sql("update outbox_message set sent_at = now() where id = ?")
                .param(id)
                .update();
        mvc.perform(post("/administration/outbox/" + id + "/retries")
                .with(people.as("system-admin"))
                .with(csrf()));
        assertThat(recorded("message.retry", id)).isEqualTo(1);
    }

    @Test
    void filters_narrow_and_nonsense_does_not() throws Exception {
        sent("outbox-" + UUID.randomUUID() + "@example.cn", "正文");
        mvc.perform(get("/administration/outbox")
                        .param("channel", "MAIL")
                        .param("state", "SENT")
                        .with(people.as("system-admin")))
                .andExpect(status().isOk());
        mvc.perform(get("/administration/outbox")
                        .param("channel", "鸽")
                        .param("state", "?")
                        .with(people.as("system-admin")))
                .andExpect(status().isOk());
    }

    @Test
    void only_the_system_administrator_reads_it() throws Exception {
        var id = sent("+8613911114444", "正文");
        for (var other : new String[] {"security-admin", "auditor", "review-admin", "tz-lead", "enterprise"}) {
            mvc.perform(get("/administration/outbox").with(people.as(other))).andExpect(status().isForbidden());
            mvc.perform(get("/administration/outbox/" + id).with(people.as(other)))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/administration/outbox/" + id + "/reveals")
                            .with(people.as(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/administration/outbox/" + UUID.randomUUID()).with(people.as("system-admin")))
                .andExpect(status().isNotFound());
    }

    private UUID sent(String recipient, String body) {
        events.publishEvent(Message.to(recipient, "", body));
        return jdbc.sql("select id from outbox_message where recipient = ? order by created_at desc limit 1")
                .param(recipient)
                .query(UUID.class)
                .single();
    }

    private int recorded(String action, UUID id) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and entity_id = ?")
                .params(action, id)
                .query(Integer.class)
                .single();
    }
}
