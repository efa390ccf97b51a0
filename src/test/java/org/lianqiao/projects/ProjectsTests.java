package org.lianqiao.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.lianqiao.web.Facet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
class ProjectsTests {
    @Autowired
    Projects projects;

    @Autowired
    Publishing publishing;

    @Autowired
    ProjectQueries queries;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_project_with_two_homes_is_public_when_every_home_and_the_enterprise_agree() {
        var id = withTwoHomes("示例·测试两地项目");
        var officer = people.viewer("tz-officer");
        publishing.propose(id, officer);
        assertThatThrownBy(() -> publishing.consent(id, people.viewer("xh-officer")))
                .isInstanceOf(Forbidden.class);
        publishing.consent(id, people.viewer("tz-lead"));
        publishing.consent(id, people.viewer("xh-lead"));
        assertThat(queries.page(id, officer).orElseThrow().publication()).isEqualTo(Publication.PROPOSED);
        publishing.consent(id, people.viewer("enterprise"));
        assertThat(queries.page(id, officer).orElseThrow().publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void the_sums_of_the_sites_make_the_whole() {
        var page = queries.page(withTwoHomes("示例·测试合计项目"), people.viewer("tz-officer"))
                .orElseThrow();
        assertThat(java.util.Objects.requireNonNull(page.amount()).wan()).isEqualByComparingTo("7000");
        assertThat(page.isJoint()).isTrue();
    }

    @Test
    void each_site_is_edited_by_its_own_office_alone() {
        var id = withTwoHomes("示例·测试落位项目");
        var site = queries.page(id, people.viewer("xh-officer")).orElseThrow().sites().stream()
                .filter(ProjectPage.Site::mine)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> projects.editSite(
                        id, site.id(), site("131024", 9000, site.version()), people.viewer("tz-officer")))
                .isInstanceOf(Forbidden.class);
        projects.editSite(id, site.id(), site("131024", 9000, site.version()), people.viewer("xh-officer"));
        assertThat(jdbc.sql("select amount_yuan from project_site where id = ?")
                        .param(site.id())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("90000000");
    }

    @Test
    void the_second_editor_sees_both_versions_and_loses_nothing() throws Exception {
        var id = withTwoHomes("示例·测试冲突项目");
        var seen = queries.page(id, people.viewer("tz-officer")).orElseThrow().version();
        for (var text : new String[] {"先保存的说明", "后保存的说明"}) {
            var answer = mvc.perform(post("/projects/" + id)
                    .param("name", "示例·测试冲突项目")
                    .param("summary", text)
                    .param("publicSummary", "公开介绍")
                    .param("version", String.valueOf(seen))
                    .with(people.as("tz-officer"))
                    .with(csrf()));
            if (text.startsWith("先")) answer.andExpect(status().is3xxRedirection());
            else
                answer.andExpect(status().isConflict())
                        .andExpect(content().string(containsString("先保存的说明")))
                        .andExpect(content().string(containsString("后保存的说明")));
        }
    }

    @Test
    void what_is_internal_is_not_found_by_others() throws Exception {
        var id = withTwoHomes("示例·测试内部项目");
        mvc.perform(get("/projects/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/projects/" + id).with(people.as("sh-officer"))).andExpect(status().isNotFound());
        mvc.perform(get("/projects/" + id).with(people.as("xh-officer"))).andExpect(status().isOk());
        mvc.perform(get("/projects/" + id + "/edit").with(people.as("xh-officer")))
                .andExpect(status().isForbidden());
    }

    @Test
    void two_consents_in_one_instant_publish_once() throws Exception {
        var id = withTwoHomes("示例测试同时同意");
        publishing.propose(id, people.viewer("tz-officer"));
        publishing.consent(id, people.viewer("enterprise"));
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var answers = Stream.of("tz-lead", "xh-lead", "tz-lead", "xh-lead")
                    .map(login -> {
                        var viewer = people.viewer(login);
                        return threads.submit(() -> {
                            start.await();
                            publishing.consent(id, viewer);
                            return true;
                        });
                    })
                    .toList();
            start.countDown();
            for (var answer : answers) {
                try {
                    answer.get();
                } catch (ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOf(Refused.class);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(page(id, "tz-officer").publication()).isEqualTo(Publication.PUBLISHED);
        assertThat(happened(id, "PUBLISHED")).isOne();
        assertThat(happened(id, "AGREED")).isEqualTo(3);
    }

    @Test
    void a_project_is_proposed_once_and_not_without_a_public_text_and_a_site() {
        var officer = people.viewer("tz-officer");
        var bare = projects.open(form("示例测试没有落位", "公开介绍", null), officer);
        assertThatThrownBy(() -> publishing.propose(bare, officer)).isInstanceOf(Refused.class);
        var id = withTwoHomes("示例测试重复提请");
        publishing.propose(id, officer);
        assertThatThrownBy(() -> publishing.propose(id, officer)).isInstanceOf(Refused.class);
        assertThat(happened(id, "PROPOSED")).isOne();
    }

    @Test
    void who_takes_a_yes_back_takes_the_project_from_the_public() throws Exception {
        var id = published("示例测试撤回同意");
        mvc.perform(get("/projects/" + id)).andExpect(status().isOk());
        mvc.perform(post("/projects/" + id + "/consent-withdrawals")
                        .with(people.as("xh-officer"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/projects/" + id + "/consent-withdrawals")
                        .with(people.as("xh-lead"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/projects/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/projects/" + id).with(people.as("tz-officer")))
                .andExpect(content().string(containsString("2 / 3 已同意")));
        publishing.consent(id, people.viewer("xh-lead"));
        mvc.perform(get("/projects/" + id)).andExpect(status().isOk());
    }

    @Test
    void another_sum_asks_everybody_anew_another_stage_does_not() {
        var id = published("示例测试重新征求");
        var site = site(id, "xh-officer");
        var stage = new SiteForm(
                site.function(),
                "131024",
                null,
                null,
                BigDecimal.valueOf(5000),
                SiteStage.NEGOTIATING,
                null,
                LocalDate.now(),
                null,
                "",
                "",
                site.version());
        projects.editSite(id, site.id(), stage, people.viewer("xh-officer"));
        assertThat(page(id, "tz-officer").publication()).isEqualTo(Publication.PUBLISHED);
        projects.editSite(id, site.id(), site("131024", 6000, site.version() + 1), people.viewer("xh-officer"));
        assertThat(page(id, "tz-officer").publication()).isEqualTo(Publication.INTERNAL);
        assertThat(page(id, "tz-officer").agreed()).isZero();
    }

    @Test
    void the_history_says_what_each_field_was_and_became() throws Exception {
        var id = withTwoHomes("示例测试字段历史");
        var site = site(id, "xh-officer");
        projects.editSite(id, site.id(), site("131024", 9000, site.version()), people.viewer("xh-officer"));
        var change = page(id, "tz-officer").changes().stream()
                .filter(c -> c.field().equals("amount"))
                .findFirst()
                .orElseThrow();
        assertThat(change.from()).isEqualTo("5000 万元");
        assertThat(change.to()).isEqualTo("9000 万元");
        mvc.perform(get("/projects/" + id).with(people.as("tz-officer")))
                .andExpect(content().string(containsString("<ins>9000 万元</ins>")));
    }

    @Test
    void a_removed_site_stays_in_the_history_and_the_last_one_stays_in_the_project() throws Exception {
        var id = withTwoHomes("示例测试移除落位");
        var site = site(id, "xh-officer");
        assertThatThrownBy(() -> projects.removeSite(id, site.id(), people.viewer("xh-lead")))
                .isInstanceOf(Forbidden.class);
        projects.removeSite(id, site.id(), people.viewer("tz-officer"));
        var left = page(id, "tz-officer");
        assertThat(left.sites()).hasSize(1);
        assertThat(left.changes())
                .anyMatch(c -> c.what().equals("SITE_REMOVED") && c.detail().contains("香河"));
        mvc.perform(post("/projects/" + id + "/sites/" + left.sites().get(0).id() + "/removals")
                        .with(people.as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(page(id, "tz-officer").sites()).hasSize(1);
    }

    @Test
    void the_enterprise_reads_what_it_agrees_to_and_not_the_offices_notes() throws Exception {
        var id = withTwoHomes("示例测试企业可见");
        mvc.perform(get("/projects/" + id).with(people.as("enterprise")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("公开介绍")))
                .andExpect(content().string(not(containsString("不便公开的说明"))));
        mvc.perform(get("/projects/" + id).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("不便公开的说明")));
    }

    @Test
    void a_site_says_when_it_was_signed_and_lies_where_its_office_is() throws Exception {
        var id = withTwoHomes("示例测试落位规则");
        var site = site(id, "xh-officer");
        for (var bad : new String[][] {
            {"stage", "SIGNED"},
            {"stage", "DONE"},
            {"regionCode", "110112"},
            {"regionCode", ""},
            {"parkId", UUID.randomUUID().toString()},
            {"responsibleId", people.viewer("tz-officer").account().toString()},
            {"amountWan", "-1"},
            {"amountWan", "99999999999"},
            {"areaMu", "很大"},
            {"signedOn", "2026-02-30"},
            {"signedOn", "1026-02-03"},
            {"note", "长".repeat(501)},
            {"note", "a\0b"},
        })
            mvc.perform(post("/projects/" + id + "/sites/" + site.id())
                            .param("function", "PRODUCTION")
                            .param("regionCode", "131024")
                            .param("stage", "PLANNED")
                            .param("note", "写到一半的备注")
                            .param("version", String.valueOf(site.version()))
                            .with(typed(bad[0], bad[1]))
                            .with(people.as("xh-officer"))
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString(bad[0].equals("note") ? "errors" : "写到一半的备注")));
    }

    @Test
    void bad_input_to_the_common_part_keeps_what_was_typed() throws Exception {
        for (var bad : new String[][] {
            {"name", "短"},
            {"nodeId", UUID.randomUUID().toString()},
            {"nodeId", "x"},
            {"enterprise", "企"},
            {"summary", "长".repeat(2001)}
        })
            mvc.perform(post("/projects")
                            .param("name", "示例测试坏输入项目")
                            .param("enterprise", "示例测试企业有限公司")
                            .param("publicSummary", "写到一半的介绍")
                            .with(typed(bad[0], bad[1]))
                            .with(people.as("tz-officer"))
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("写到一半的介绍")));
    }

    @Test
    void the_second_editor_of_a_site_sees_both_versions() throws Exception {
        var id = withTwoHomes("示例测试落位冲突");
        var site = site(id, "xh-officer");
        for (var note : new String[] {"先保存的备注", "后保存的备注"}) {
            var answer = mvc.perform(post("/projects/" + id + "/sites/" + site.id())
                    .param("function", "PRODUCTION")
                    .param("regionCode", "131024")
                    .param("stage", "PLANNED")
                    .param("note", note)
                    .param("version", String.valueOf(site.version()))
                    .with(people.as(note.startsWith("先") ? "xh-officer" : "xh-lead"))
                    .with(csrf()));
            if (note.startsWith("先")) answer.andExpect(status().is3xxRedirection());
            else
                answer.andExpect(status().isConflict())
                        .andExpect(content().string(containsString("先保存的备注")))
                        .andExpect(content().string(containsString("后保存的备注")));
        }
    }

    @Test
    void the_library_counts_by_region_function_and_stage() throws Exception {
        var listed = queries.list(
                new ProjectFilter("示例", null, null, "131024", null, null, null, null, null),
                Viewer.VISITOR,
                new Paging(1, 50));
        assertThat(listed.page().total()).isPositive();
        assertThat(listed.of("region"))
                .anyMatch(f -> f.value().equals("131024")
                        && f.chosen()
                        && f.count() == listed.page().total());
        assertThat(listed.of("function")).isNotEmpty();
        assertThat(listed.of("publication")).extracting(Facet::value).containsExactly("PUBLISHED");
    }

    private UUID published(String name) {
        var id = withTwoHomes(name);
        publishing.propose(id, people.viewer("tz-officer"));
        publishing.consent(id, people.viewer("tz-lead"));
        publishing.consent(id, people.viewer("xh-lead"));
        publishing.consent(id, people.viewer("enterprise"));
        return id;
    }

    private ProjectPage page(UUID id, String login) {
        return queries.page(id, people.viewer(login)).orElseThrow();
    }

    private ProjectPage.Site site(UUID id, String login) {
        return page(id, login).sites().stream()
                .filter(ProjectPage.Site::mine)
                .findFirst()
                .orElseThrow();
    }

    private int happened(UUID id, String what) {
        return jdbc.sql("select count(*) from project_change where project_id = ? and what = ?")
                .params(id, what)
                .query(Integer.class)
                .single();
    }

    private ProjectForm form(String name, String publicText, @org.jspecify.annotations.Nullable Long version) {
        return new ProjectForm(
                name,
                "",
                people.viewer("enterprise").organizationName(),
                null,
                "不便公开的说明",
                publicText,
                "",
                null,
                null,
                version);
    }

    /** One field typed otherwise. */
    private static RequestPostProcessor typed(String field, String text) {
        return sent -> {
            sent.setParameter(field, text);
            return sent;
        };
    }

    private UUID withTwoHomes(String name) {
        var officer = people.viewer("tz-officer");
        var id = projects.open(form(name, "公开介绍", null), officer);
        projects.addSite(id, site("110112", 2000, null), officer);
        projects.addSite(id, site("131024", 5000, null), officer);
        return id;
    }

    private static SiteForm site(String region, int wan, @org.jspecify.annotations.Nullable Long version) {
        return new SiteForm(
                SiteFunction.PRODUCTION,
                region,
                null,
                null,
                BigDecimal.valueOf(wan),
                SiteStage.PLANNED,
                null,
                null,
                null,
                "",
                "",
                version);
    }
}
