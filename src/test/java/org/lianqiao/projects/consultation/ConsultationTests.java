package org.lianqiao.projects.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@PortalTest
class ConsultationTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    ConsultationReminders reminders;

    People people;

    @BeforeEach
    void meetThePeople() {
        people = new People(jdbc, viewers);
    }

    @Test
    void silence_is_no_consent() throws Exception {
        var project = project("示例会商沉默");
        var asked = project.asksAll();
        project.answers("tz-lead", asked, "AGREE", "").andExpect(status().is3xxRedirection());
        recorded(project, "tz-officer", asked)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("未答复不视为同意")));
        assertThat(state(asked)).isEqualTo("OPEN");
    }

    @Test
    void an_answer_is_drafted_by_staff_and_given_by_the_lead() throws Exception {
        var project = project("示例会商拟稿");
        var asked = project.asksAll();
        project.answers("xh-officer", asked, "AGREE", "").andExpect(status().isForbidden());
        project.does(
                        "xh-officer",
                        post(asked + "/drafts").param("answer", "AMEND").param("text", "先落实供电"))
                .andExpect(status().is3xxRedirection());
        project.does("tz-officer", get(asked)).andExpect(content().string(not(containsString("先落实供电"))));
        project.does("xh-lead", get(asked)).andExpect(content().string(containsString("先落实供电")));
        project.answers("xh-lead", asked, "AMEND", "").andExpect(status().is(422));
        project.answers("xh-lead", asked, "AMEND", "先落实供电").andExpect(status().is3xxRedirection());
        project.does("tz-officer", get(asked)).andExpect(content().string(containsString("先落实供电")));
    }

    @ParameterizedTest
    @CsvSource({"AGREE, AGREED", "AMEND, AMENDED", "REFUSE, NOT_AGREED"})
    void the_outcome_follows_from_the_answers_and_the_joint_office_records_it(String answer, String outcome)
            throws Exception {
        var project = project("示例会商结果" + answer);
        var asked = project.asksAll();
        project.answers("tz-lead", asked, "AGREE", "");
        project.answers("xh-lead", asked, answer, "理由或修改");
        if (!answer.equals("AGREE")) recorded(project, "tz-officer", asked).andExpect(status().isForbidden());
        recorded(project, "joint", asked).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select outcome from consultation where id = ?")
                        .param(idOf(asked))
                        .query(String.class)
                        .single())
                .isEqualTo(outcome);
        project.does("xh-officer", get(asked + "/file"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        project.does("sh-lead", get(asked + "/file")).andExpect(status().isNotFound());
        project.does("sh-lead", get(asked)).andExpect(status().isNotFound());
    }

    @Test
    void a_no_goes_to_both_coordinating_offices_at_once_and_only_once() throws Exception {
        var project = project("示例会商分歧");
        var asked = project.asksAll();
        project.answers("xh-lead", asked, "REFUSE", "指标未落实");
        project.answers("tz-lead", asked, "REFUSE", "资金未落实");
        for (var login : new String[] {"tz-coord", "lf-coord"})
            assertThat(told(login, asked, "disagreed")).isOne();
        project.does("lf-coord", get(asked)).andExpect(content().string(containsString("指标未落实")));
        assertThat(told("joint", asked, "disagreed")).isZero();
    }

    @Test
    void a_paper_without_number_day_or_file_records_nothing() throws Exception {
        var project = project("示例会商缺文件");
        var asked = project.asksAll();
        project.answers("tz-lead", asked, "AGREE", "");
        project.answers("xh-lead", asked, "AGREE", "");
        project.does(
                        "tz-officer",
                        multipart(asked + "/records")
                                .param("paper", "MINUTES")
                                .param("number", "示例〔2026〕1号")
                                .param("on", today()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("示例〔2026〕1号")));
        project.does(
                        "tz-officer",
                        with(multipart(asked + "/records"), "PK\u0003\u0004")
                                .param("paper", "MINUTES")
                                .param("number", "号")
                                .param("on", "2999-01-01"))
                .andExpect(status().is(422));
        assertThat(state(asked)).isEqualTo("OPEN");
    }

    @Test
    void who_signs_before_all_agree_signs_alone_and_the_mark_falls_until_they_do() throws Exception {
        var project = project("示例单独签约项目");
        var day = LocalDate.now(Time.ZONE).minusDays(1);
        project.stage("xh-lead", "131024", "SIGNED", day, "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("尚未会商一致")));
        project.stage("xh-officer", "131024", "SIGNED", day, "企业急于开工").andExpect(status().is(422));
        project.stage("xh-lead", "131024", "SIGNED", day, "企业急于开工").andExpect(status().is3xxRedirection());
        project.does("tz-officer", get("/projects/" + project.id()))
                .andExpect(content().string(containsString("不再标记“联合项目”")))
                .andExpect(content().string(containsString("企业急于开工")));
        agreed(project);
        project.does("tz-officer", get("/projects/" + project.id()))
                .andExpect(content().string(not(containsString("不再标记“联合项目”"))));
        project.stage("tz-officer", "110112", "SIGNED", day, "").andExpect(status().is3xxRedirection());
    }

    @Test
    void a_site_goes_to_another_region_when_every_office_and_the_enterprise_agree() throws Exception {
        var project = project("示例移交落位项目");
        var site = project.siteIn("131024");
        var asked = project.does(
                        "xh-officer",
                        post("/projects/" + project.id() + "/consultations")
                                .param("kind", "HANDOVER")
                                .param("question", "香河场地不足，拟移交大厂")
                                .param("site", site.toString())
                                .param("toRegion", "131028"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        for (var login : new String[] {"tz-lead", "xh-lead", "dc-lead"}) {
            recorded(project, "xh-officer", asked).andExpect(status().is4xxClientError());
            project.answers(login, asked, "AGREE", "").andExpect(status().is3xxRedirection());
        }
        project.answers("enterprise", asked, "AGREE", "").andExpect(status().is3xxRedirection());
        recorded(project, "xh-officer", asked).andExpect(status().is3xxRedirection());
        assertThat(project.siteIn("131028")).isEqualTo(site);
        project.does("dc-officer", get("/projects/" + project.id() + "/sites/" + site + "/edit"))
                .andExpect(status().isOk());
    }

    @Test
    void one_is_open_at_a_time_and_who_asked_may_ask_no_more() throws Exception {
        var project = project("示例会商唯一");
        var asked = project.asksAll();
        project.does(
                        "xh-officer",
                        post("/projects/" + project.id() + "/consultations")
                                .param("kind", "REVIEW")
                                .param("question", "再问一次请答复"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有会商正在进行")));
        project.does("xh-officer", post(asked + "/withdrawals")).andExpect(status().isForbidden());
        project.does("tz-officer", post(asked + "/withdrawals")).andExpect(status().is3xxRedirection());
        assertThat(state(asked)).isEqualTo("WITHDRAWN");
        project.answers("xh-lead", asked, "AGREE", "").andExpect(status().isForbidden());
    }

    @Test
    void a_missing_answer_reminds_inside_the_own_side_and_climbs_there() throws Exception {
        var project = project("示例会商催办");
        var asked = project.asksAll();
        project.answers("tz-lead", asked, "AGREE", "");
        jdbc.sql("update consultation set due_on = ? where id = ?")
                .params(LocalDate.now(Time.ZONE).minusDays(9), idOf(asked))
                .update();
        reminders.remind();
        reminders.remind();
        assertThat(told("xh-officer", asked, "due")).isOne();
        assertThat(told("xh-lead", asked, "late")).isOne();
        assertThat(told("lf-coord", asked, "above")).isOne();
        for (var login : new String[] {"tz-lead", "tz-coord", "joint"})
            assertThat(told(login, asked, "late")).isZero();
    }

    private AProject project(String name) throws Exception {
        return AProject.withTwoHomes(name, mvc, people);
    }

    private void agreed(AProject project) throws Exception {
        var asked = project.asksAll();
        project.answers("tz-lead", asked, "AGREE", "");
        project.answers("xh-lead", asked, "AGREE", "");
        recorded(project, "joint", asked).andExpect(status().is3xxRedirection());
    }

    private ResultActions recorded(AProject project, String login, String asked) throws Exception {
        return project.does(
                login,
                with(multipart(asked + "/records"), "%PDF-1.7 示例纪要")
                        .param("paper", "MINUTES")
                        .param("number", "示例联席纪〔2026〕1号")
                        .param("on", today()));
    }

    private static MockMultipartHttpServletRequestBuilder with(
            MockMultipartHttpServletRequestBuilder request, String content) {
        return request.file(
                new MockMultipartFile("file", "纪要.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String today() {
        return LocalDate.now(Time.ZONE).toString();
    }

    private static UUID idOf(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private String state(String address) {
        return jdbc.sql("select state from consultation where id = ?")
                .param(idOf(address))
                .query(String.class)
                .single();
    }

    private int told(String login, String address, String key) {
        return jdbc.sql("select count(*) from notification where account_id = ? and link = ? and message_key = ?")
                .params(people.viewer(login).account(), address, "consultation.notice." + key)
                .query(Integer.class)
                .single();
    }
}
