package org.lianqiao.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class ProjectsTests {
    @Autowired
    Projects projects;

    @Autowired
    ProjectQueries queries;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    People people;

    @BeforeEach
    void meetThePeople() {
        people = new People(jdbc, viewers);
    }

    @Test
    void a_project_with_two_homes_is_public_when_every_home_and_the_enterprise_agree() {
        var id = withTwoHomes("示例·测试两地项目");
        var officer = people.viewer("tz-officer");
        projects.propose(id, officer);
        assertThatThrownBy(() -> projects.consent(id, people.viewer("xh-officer")))
                .isInstanceOf(Forbidden.class);
        projects.consent(id, people.viewer("tz-lead"));
        projects.consent(id, people.viewer("xh-lead"));
        assertThat(queries.page(id, officer).orElseThrow().publication()).isEqualTo(Publication.PROPOSED);
        projects.consent(id, people.viewer("enterprise"));
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
                .filter(ProjectQueries.Site::mine)
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

    private UUID withTwoHomes(String name) {
        var officer = people.viewer("tz-officer");
        var enterprise = people.viewer("enterprise").organizationName();
        var id = projects.open(new ProjectForm(name, "", enterprise, null, "内部说明", "公开介绍", null), officer);
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
                version);
    }
}
