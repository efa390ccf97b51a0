package org.lianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Recorded;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class AuditTests {
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:[-_][a-z]+)*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    People people;

    @Test
    void only_the_auditor_reads_the_audit() throws Exception {
        mvc.perform(get("/audit").with(people.as("auditor"))).andExpect(status().isOk());
        for (var other : new String[] {"system-admin", "security-admin", "review-admin", "tz-lead", "enterprise"}) {
            mvc.perform(get("/audit").with(people.as(other))).andExpect(status().isForbidden());
            mvc.perform(get("/audit/export").with(people.as(other))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/audit")).andExpect(status().is3xxRedirection());
    }

    @Test
    void nobody_can_write_into_the_audit_from_a_page() throws Exception {
        mvc.perform(post("/audit").with(people.as("auditor")).with(csrf())).andExpect(status().isMethodNotAllowed());
    }

    @Test
    void a_record_tells_its_whole_story_in_words() throws Exception {
        var record = UUID.randomUUID();
        events.publishEvent(new Recorded(people.viewer("tz-officer"), "contact.reveal", "contact", record, "周** 𠮷🚗"));
        events.publishEvent(
                new Recorded(people.viewer("tz-lead"), "intent.answer", "intent", UUID.randomUUID(), "另一条不相干的记录"));
        mvc.perform(get("/audit")
                        .param("entity", "contact")
                        .param("record", record.toString())
                        .with(people.as("auditor")))
                .andExpect(content().string(containsString("查看联系方式")))
                .andExpect(content().string(containsString("周** 𠮷🚗")))
                .andExpect(content().string(not(containsString("另一条不相干的记录"))));
    }

    @Test
    void entries_are_found_by_person_organisation_action_day_and_word() throws Exception {
        var mark = "标记" + UUID.randomUUID();
        events.publishEvent(new Recorded(
                people.viewer("sh-officer"), "intent.answer", "intent", UUID.randomUUID(), mark, "ACCEPTED"));
        var today = java.time.LocalDate.now(org.lianqiao.shared.Time.ZONE).toString();
        mvc.perform(get("/audit")
                        .param("person", "sh-officer")
                        .param("organization", "三河")
                        .param("action", "intent.answer")
                        .param("from", today)
                        .param("to", today)
                        .param("q", mark)
                        .with(people.as("auditor")))
                .andExpect(content().string(containsString("已受理")))
                .andExpect(content().string(containsString("共 1 条")));
        mvc.perform(get("/audit").param("q", mark).param("person", "xh-officer").with(people.as("auditor")))
                .andExpect(content().string(containsString("没有符合条件的记录")));
    }

    @Test
    void pages_go_back_in_time_by_key() throws Exception {
        var record = UUID.randomUUID();
        for (int i = 0; i < 12; i++)
            events.publishEvent(
                    new Recorded(people.viewer("tz-officer"), "need.edit", "need", record, "第%02d次".formatted(i)));
        var first = mvc.perform(get("/audit")
                        .param("record", record.toString())
                        .param("size", "10")
                        .with(people.as("auditor")))
                .andExpect(content().string(containsString("第11次")))
                .andExpect(content().string(not(containsString("第01次"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = Pattern.compile("before=([0-9]+)").matcher(first);
        assertThat(next.find()).isTrue();
        mvc.perform(get("/audit")
                        .param("record", record.toString())
                        .param("size", "10")
                        .param("before", next.group(1))
                        .with(people.as("auditor")))
                .andExpect(content().string(containsString("第01次")))
                .andExpect(content().string(not(containsString("第02次"))));
    }

    @Test
    void what_cannot_be_read_filters_nothing() throws Exception {
        mvc.perform(get("/audit")
                        .param("record", "1 or 1=1")
                        .param("from", "2026-02-30")
                        .param("before", "99999999999999999999")
                        .param("action", "DROP TABLE")
                        .param("person", "%_\\")
                        .with(people.as("auditor")))
                .andExpect(status().isOk());
    }

    @Test
    void an_export_opens_in_a_spreadsheet_computes_nothing_and_is_recorded() throws Exception {
        var record = UUID.randomUUID();
        events.publishEvent(new Recorded(people.viewer("tz-officer"), "need.edit", "need", record, "=1+1", "他说\"好\""));
        var csv = mvc.perform(
                        get("/audit/export").param("record", record.toString()).with(people.as("auditor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("\"'=1+1\"")
                .contains("\"他说\"\"好\"\"\"")
                .contains("修改需求");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'audit.export' and detail like ?")
                        .param("%" + record + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_address_of_who_did_it_is_kept() throws Exception {
        mvc.perform(get("/audit/export")
                .param("q", "地址测试")
                .with(request -> {
                    request.setRemoteAddr("203.0.113.7");
                    return request;
                })
                .with(people.as("auditor")));
        assertThat(jdbc.sql("select address from audit_entry where action = 'audit.export' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("203.0.113.7");
    }

    /** Whoever publishes a new action gives it a name here, so that the auditor never reads a code. */
    @Test
    void every_action_that_the_code_publishes_has_its_name() throws IOException {
        var bundle = ResourceBundle.getBundle("messages/audit", Locale.ROOT);
        var nouns = new TreeSet<String>();
        bundle.keySet().stream()
                .filter(k -> k.startsWith("audit.entity."))
                .forEach(k -> nouns.add(k.substring("audit.entity.".length())));
        nouns.add("session");
        var nameless = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                if (!text.contains("Recorded(")) continue;
                var found = ACTION.matcher(text);
                while (found.find()) {
                    var action = found.group(1);
                    if (nouns.contains(action.substring(0, action.indexOf('.')))
                            && !action.endsWith(".csv")
                            && !bundle.containsKey("audit.action." + action)) nameless.add(action);
                }
            }
        }
        assertThat(nameless).isEmpty();
        assertThat(jdbc.sql("select distinct action from audit_entry")
                        .query(String.class)
                        .list())
                .allMatch(action -> bundle.containsKey("audit.action." + action));
    }
}
