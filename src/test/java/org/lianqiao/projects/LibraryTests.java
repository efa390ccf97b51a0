package org.lianqiao.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.AProject;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Merging, models, export and kept views of the library. */
@PortalTest
class LibraryTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void what_only_the_other_changed_is_proposed_as_the_other_left_it() throws Exception {
        var project = AProject.withTwoHomes("示例合并项目", mvc, people);
        saved(project, "tz-officer", "示例合并项目", "先改的说明", "公开介绍", 0).andExpect(status().is3xxRedirection());
        var page = saved(project, "tz-lead", "示例合并项目（更名）", "", "公开介绍", 0)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("示例合并项目（更名）", "先改的说明");
        assertThat(page).containsPattern("name=\"summary\" value=\"先改的说明\" checked");
        assertThat(page).containsPattern("name=\"name\" value=\"示例合并项目（更名）\" checked");
        assertThat(page).containsPattern("type=\"hidden\" name=\"publicSummary\" value=\"公开介绍\"");
        saved(project, "tz-lead", "示例合并项目（更名）", "先改的说明", "公开介绍", 1).andExpect(status().is3xxRedirection());
        project.does("tz-officer", get("/projects/" + project.id()))
                .andExpect(content().string(containsString("先改的说明")))
                .andExpect(content().string(containsString("示例合并项目（更名）")));
    }

    @Test
    void where_both_changed_a_field_both_versions_stay_in_the_history() throws Exception {
        var project = AProject.withTwoHomes("示例合并两份", mvc, people);
        saved(project, "tz-officer", "示例合并两份", "甲的说明", "公开介绍", 0);
        saved(project, "tz-lead", "示例合并两份", "乙的说明", "公开介绍", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("双方都改了")));
        saved(project, "tz-lead", "示例合并两份", "甲的说明", "公开介绍", 1);
        project.does("xh-officer", get("/projects/" + project.id()))
                .andExpect(content().string(containsString("<ins>乙的说明</ins>")));
    }

    @Test
    void a_model_prefills_the_sites_and_the_officer_says_where() throws Exception {
        var model = jdbc.sql("select id from project_model where name like '总部研发＋生产基地%'")
                .query(UUID.class)
                .single();
        mvc.perform(get("/projects/new").param("model", model.toString()).with(people.as("tz-officer")))
                .andExpect(content().string(containsString("name=\"regions\"")));
        var made = mvc.perform(
                        post("/projects")
                                .param("name", "示例模式项目")
                                .param("enterprise", people.viewer("enterprise").organizationName())
                                .param("model", model.toString())
                                .param("regions", "110112", "131082")
                                .with(people.as("tz-officer"))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var id = UUID.fromString(Objects.requireNonNull(made).substring(made.lastIndexOf('/') + 1));
        assertThat(jdbc.sql(
                                "select function || ' ' || region_code from project_site where project_id = ? order by position")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("RESEARCH 110112", "PRODUCTION 131082");
        mvc.perform(get("/projects/" + id).with(people.as("sh-officer"))).andExpect(status().isOk());
    }

    @Test
    void a_model_is_edited_by_the_system_administrator_and_nothing_is_lost() throws Exception {
        var project = new AProject(new UUID(0, 0), mvc, people, jdbc);
        var models = "/administration/project-models";
        project.does(
                        "system-admin",
                        post(models)
                                .param("name", "示例测试模式")
                                .param("functions", "PILOT", "SUPPORT")
                                .param("regions", "131082", ""))
                .andExpect(status().is3xxRedirection());
        project.does("system-admin", post(models).param("name", "示例测试模式").param("functions", "PILOT"))
                .andExpect(status().is(422));
        project.does("system-admin", post(models).param("name", "示例没有落位")).andExpect(status().is(422));
        var id = jdbc.sql("select id from project_model where name = '示例测试模式'")
                .query(UUID.class)
                .single();
        for (int expected : new int[] {302, 409})
            project.does(
                            "system-admin",
                            post(models + "/" + id)
                                    .param("name", "示例测试模式二")
                                    .param("functions", "PILOT")
                                    .param("version", "0"))
                    .andExpect(status().is(expected));
        project.does("tz-officer", get("/projects/new")).andExpect(content().string(not(containsString("示例测试模式二"))));
    }

    @Test
    void the_export_says_what_the_list_shows_and_names_the_enterprise_inside_alone() throws Exception {
        var project = AProject.withTwoHomes("示例导出项目", mvc, people);
        var line = exported(project, "tz-officer", "ALL", "q=示例导出项目");
        assertThat(line).contains("示例导出项目", "7000", people.viewer("enterprise").organizationName());
        exportedAs(project, "dc-officer", "ALL", "q=示例导出项目").andExpect(status().is3xxRedirection());
        var selected = exported(project, "tz-officer", "SELECTED", "ids=" + project.id());
        assertThat(selected.lines().count()).isEqualTo(2);
        exportedAs(project, "tz-officer", "SELECTED", "q=示例").andExpect(status().is3xxRedirection());
        var foreign = jdbc.sql(
                        "select o.name from project p join organization o on o.id = p.organization_id where p.number like '%-000005'")
                .query(String.class)
                .single();
        assertThat(exported(project, "xh-officer", "ALL", "q=碳化硅"))
                .contains("碳化硅")
                .doesNotContain(foreign);
        exportedAs(project, "tz-officer", "ALL", "format=XLSX")
                .andExpect(header().string("Content-Disposition", containsString(".xlsx")));
    }

    @Test
    void a_filter_is_kept_under_a_name_and_shared_with_the_office() throws Exception {
        var project = new AProject(new UUID(0, 0), mvc, people, jdbc);
        project.does(
                        "tz-officer",
                        post("/projects/views")
                                .param("name", "两地生物医药")
                                .param("query", "two=yes")
                                .param("shared", "true"))
                .andExpect(redirectedUrl("/projects?two=yes"));
        project.does("tz-lead", get("/projects"))
                .andExpect(content().string(containsString("两地生物医药")))
                .andExpect(content().string(containsString("href=\"/projects?two=yes\"")));
        project.does("sh-lead", get("/projects")).andExpect(content().string(not(containsString("两地生物医药"))));
        project.does("tz-lead", get("/ledger")).andExpect(content().string(not(containsString("两地生物医药"))));
    }

    private static ResultActions saved(
            AProject project, String login, String name, String summary, String text, int version) throws Exception {
        return project.does(
                login,
                post("/projects/" + project.id())
                        .param("name", name)
                        .param("summary", summary)
                        .param("publicSummary", text)
                        .param("version", String.valueOf(version)));
    }

    private static String exported(AProject project, String login, String range, String more) throws Exception {
        return exportedAs(project, login, range, more)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static ResultActions exportedAs(AProject project, String login, String range, String more)
            throws Exception {
        var pair = more.split("=", 2);
        var request = post(pair[0].equals("q") ? "/projects/exports?q={q}" : "/projects/exports", pair[1])
                .param("range", range);
        if (!pair[0].equals("format")) request.param("format", "CSV");
        if (!pair[0].equals("q")) request.param(pair[0], pair[1]);
        return project.does(login, request);
    }
}
