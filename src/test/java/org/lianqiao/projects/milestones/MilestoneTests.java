package org.lianqiao.projects.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Time;
import org.lianqiao.testing.AProject;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class MilestoneTests {
    private static final byte[] PDF = "%PDF-1.7 示例开工照片".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

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
    void a_site_begins_with_evidence_and_not_before_it_is_signed() throws Exception {
        var project = project("示例开工节点");
        var start = milestone(project, "START");
        reached(project, start, "开工.pdf", PDF)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("还没有签约日期")));
        project.stage("xh-lead", "131024", "SIGNED", TODAY.minusDays(30), "示例单独签约");
        project.does("xh-officer", multipart(start + "/reached").param("reachedOn", TODAY.toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("须上传佐证材料")));
        reached(project, start, "开工.pdf", PDF).andExpect(status().is3xxRedirection());
        var site = jdbc.sql("select stage || ' ' || signed_on || ' ' || started_on from project_site where id = ?")
                .param(project.siteIn("131024"))
                .query(String.class)
                .single();
        assertThat(site).isEqualTo("STARTED " + TODAY.minusDays(30) + " " + TODAY);
        project.does("tz-officer", get("/projects/" + project.id()))
                .andExpect(content().string(containsString("填报节点")));
    }

    @Test
    void evidence_is_a_download_for_those_inside_and_not_there_for_others() throws Exception {
        var project = project("示例佐证权限");
        var land = milestone(project, "LAND");
        reached(project, land, "交付.pdf", PDF).andExpect(status().is3xxRedirection());
        var file = land + "/files/"
                + jdbc.sql("select file_id from project_milestone_file where milestone_id = ?")
                        .param(idOf(land))
                        .query(UUID.class)
                        .single();
        project.does("tz-officer", get(file))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        for (var login : new String[] {"sh-lead", "dc-officer", "enterprise", "joint", "association"})
            project.does(login, get(file)).andExpect(status().isNotFound());
        var other = milestone(project("示例另一项目"), "LAND");
        project.does("tz-officer", get(other + file.substring(file.indexOf("/files/"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_no_evidence_is_refused_with_its_reason_and_the_day_is_kept() throws Exception {
        var project = project("示例坏文件");
        var land = milestone(project, "LAND");
        reached(project, land, "压缩.pdf", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("压缩包")))
                .andExpect(content().string(containsString(TODAY.toString())));
        assertThat(jdbc.sql("select reached_on is null from project_milestone where id = ?")
                        .param(idOf(land))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_site_is_reported_by_its_own_office_alone() throws Exception {
        var project = project("示例填报权限");
        var address = "/projects/" + project.id() + "/sites/" + project.siteIn("131024");
        project.does("tz-officer", get(address + "/progress")).andExpect(status().isForbidden());
        project.does("sh-officer", get(address + "/progress")).andExpect(status().isNotFound());
        project.does("tz-officer", post(address + "/weeks").param("progress", "代写进展"))
                .andExpect(status().isForbidden());
        project.does(
                        "xh-officer",
                        post(address + "/problems").param("content", "供电不足").param("dueOn", "2026-02-30"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("供电不足")));
        project.does(
                        "xh-officer",
                        post(address + "/problems").param("content", "供电不足").param("measure", "协调供电公司"))
                .andExpect(status().is3xxRedirection());
        project.does("tz-officer", get("/projects/" + project.id() + "/progress"))
                .andExpect(content().string(containsString("协调供电公司")));
    }

    @Test
    void two_who_write_the_note_of_a_week_lose_nothing() throws Exception {
        var project = project("示例周报冲突");
        var address = "/projects/" + project.id() + "/sites/" + project.siteIn("131024") + "/weeks";
        project.does("xh-officer", post(address).param("progress", "经办写的进展")).andExpect(status().is3xxRedirection());
        project.does("xh-lead", post(address).param("progress", "科长写的进展"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("经办写的进展")))
                .andExpect(content().string(containsString("科长写的进展")));
        project.does("xh-lead", post(address).param("progress", "合并的进展").param("version", "0"))
                .andExpect(status().is3xxRedirection());
        project.does("tz-officer", get("/projects/" + project.id()))
                .andExpect(content().string(containsString("经办写的进展")));
    }

    @Test
    void a_kind_stands_once_and_another_has_a_name() throws Exception {
        var project = project("示例节点规则");
        milestone(project, "LAND");
        for (var bad : new String[][] {{"LAND", ""}, {"OTHER", ""}, {"", ""}})
            project.does("xh-officer", planned(project, bad[0], bad[1])).andExpect(status().is(422));
        project.does("xh-officer", planned(project, "OTHER", "环评批复")).andExpect(status().is3xxRedirection());
    }

    private AProject project(String name) throws Exception {
        return AProject.withTwoHomes(name, mvc, people);
    }

    private String milestone(AProject project, String kind) throws Exception {
        project.does("xh-officer", planned(project, kind, "")).andExpect(status().is3xxRedirection());
        return "/projects/" + project.id() + "/milestones/"
                + jdbc.sql("select id from project_milestone where project_id = ? and kind = ?")
                        .params(project.id(), kind)
                        .query(UUID.class)
                        .single();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder planned(
            AProject project, String kind, String title) {
        return post("/projects/" + project.id() + "/sites/" + project.siteIn("131024") + "/milestones")
                .param("kind", kind)
                .param("title", title)
                .param("plannedOn", TODAY.plusDays(5).toString());
    }

    private static ResultActions reached(AProject project, String milestone, String name, byte[] content)
            throws Exception {
        return project.does(
                "xh-officer",
                multipart(milestone + "/reached")
                        .file(new MockMultipartFile("file", name, "application/pdf", content))
                        .param("reachedOn", TODAY.toString()));
    }

    private static UUID idOf(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
