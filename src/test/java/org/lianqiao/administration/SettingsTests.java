package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Settings;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class SettingsTests {
    private static final Pattern READ = Pattern.compile("settings\\s*\\.(?:text|number)\\(\\s*\"([^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @Autowired
    ReviewTime reviewTime;

    @Autowired
    People people;

    @Test
    void the_system_administrator_sets_and_the_audit_keeps_from_what_to_what() throws Exception {
        set("site.support", "技术支持𠮷🚗").andExpect(status().is3xxRedirection());
        assertThat(settings.text("site.support", "")).isEqualTo("技术支持𠮷🚗");
        mvc.perform(get("/administration/settings").with(people.as("system-admin")))
                .andExpect(content().string(containsString("技术支持𠮷🚗")))
                .andExpect(content().string(containsString("系统管理员")));
        set("site.support", "").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select detail from audit_entry where action = 'setting.edit' and subject = 'site.support'")
                        .query(String.class)
                        .list())
                .contains(" → 技术支持𠮷🚗", "技术支持𠮷🚗 → ");
    }

    @Test
    void a_value_out_of_range_is_refused_at_its_field_and_kept_for_mending() throws Exception {
        for (var wrong : new String[] {"", "0", "-1", "21", "3.5", "三", "99999999999"})
            set("sign-in.failures", wrong)
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("请填写 3 至 20 之间的整数")));
        set("site.icp", "长".repeat(61))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("长".repeat(61))));
        set("site.icp", "a\0b").andExpect(status().is(422));
        set("privacy.version", "").andExpect(status().is(422));
        assertThat(settings.number("sign-in.failures", 5)).isEqualTo(5);
    }

    @Test
    void nobody_else_sees_or_sets() throws Exception {
        for (var other : new String[] {"security-admin", "auditor", "review-admin", "tz-lead", "enterprise"}) {
            mvc.perform(get("/administration/settings").with(people.as(other))).andExpect(status().isForbidden());
            mvc.perform(post("/administration/settings/site.icp")
                            .param("value", "x")
                            .with(people.as(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/administration/settings/no.such").with(people.as("system-admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_reviewers_have_time_for_is_said_everywhere_alike() throws Exception {
        var before = reviewTime.lateBefore();
        set("reviews.days", "7").andExpect(status().is3xxRedirection());
        try {
            assertThat(reviewTime.lateBefore()).isBefore(before.minusDays(4));
            mvc.perform(get("/register")).andExpect(content().string(containsString("审核员 7 个工作日内审核")));
            mvc.perform(get("/register").param("lang", "en"))
                    .andExpect(content().string(containsString("reviewer answers within 7 working days")));
            mvc.perform(get("/administration").with(people.as("review-admin")))
                    .andExpect(content().string(containsString("超过 7 个工作日未审核的需求")));
        } finally {
            set("reviews.days", "2");
        }
        mvc.perform(get("/register")).andExpect(content().string(containsString("审核员 2 个工作日内审核")));
    }

    @Test
    void every_setting_that_the_code_reads_can_be_set() throws IOException {
        var page = new TreeSet<String>();
        for (var known : Files.readString(
                        Path.of("src/main/java/org/lianqiao/administration/settings/KnownSetting.java"))
                .split("\"")) page.add(known);
        var unknown = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                var read = READ.matcher(Files.readString(source));
                while (read.find()) if (!page.contains(read.group(1))) unknown.add(read.group(1));
            }
        }
        assertThat(unknown).isEmpty();
    }

    private org.springframework.test.web.servlet.ResultActions set(String key, String value) throws Exception {
        return mvc.perform(post("/administration/settings/" + key)
                .param("value", value)
                .with(people.as("system-admin"))
                .with(csrf()));
    }
}
