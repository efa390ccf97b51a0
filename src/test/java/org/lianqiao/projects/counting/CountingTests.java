package org.lianqiao.projects.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.projects.FairCompetition;
import org.lianqiao.shared.Time;
import org.lianqiao.testing.AProject;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class CountingTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    People people;

    @BeforeEach
    void meetThePeople() {
        people = new People(jdbc, viewers);
    }

    @Test
    void a_project_counts_once_a_rise_by_what_it_adds_a_framework_only_once_and_an_investor_at_the_later_event()
            throws Exception {
        var project = project("示例计数全程");
        signed(project, "FRAMEWORK", 100, "10000");
        signed(project, "CONTRACT", 80, "12000");
        signed(project, "INCREASE", 60, "15000");
        signed(project, "INVESTOR", 40, "3000");
        signed(project, "INCREASE", 20, "14000");
        signed(project, "INCREASE", 10, "16000");
        assertThat(counted(project))
                .containsExactly(
                        "FIRST 1 10000",
                        "NO_SUM 0 0",
                        "INCREMENT 0 5000",
                        "INVESTOR 0 3000",
                        "INCREMENT 0 0",
                        "INCREMENT 0 1000");
        project.does("xh-officer", get("/projects/" + project.id() + "/counting"))
                .andExpect(content().string(containsString("框架协议转正式合同，不再计金额")))
                .andExpect(content().string(containsString("1.9 亿元")));
    }

    @Test
    void the_order_is_that_of_the_days_and_not_of_the_typing() throws Exception {
        var project = project("示例计数补录");
        signed(project, "INCREASE", 10, "15000");
        signed(project, "CONTRACT", 50, "12000");
        assertThat(counted(project)).containsExactly("FIRST 1 12000", "INCREMENT 0 3000");
    }

    @Test
    void without_a_signing_of_the_whole_the_sites_stand_for_it_and_no_longer_with_one() throws Exception {
        var project = project("示例计数落位");
        project.stage("xh-lead", "131024", "SIGNED", TODAY.minusDays(9), "示例单独签约");
        project.stage("tz-lead", "110112", "SIGNED", TODAY.minusDays(3), "示例单独签约");
        assertThat(counted(project)).containsExactly("FIRST 1 5000", "INCREMENT 0 2000");
        signed(project, "CONTRACT", 2, "8000");
        assertThat(counted(project)).containsExactly("FIRST 1 8000");
        var line = jdbc.sql("select id from project_signing where project_id = ?")
                .param(project.id())
                .query(UUID.class)
                .single();
        project.does("xh-officer", post("/projects/" + project.id() + "/signings/" + line + "/cancellations"))
                .andExpect(status().isForbidden());
        project.does("tz-officer", post("/projects/" + project.id() + "/signings/" + line + "/cancellations"))
                .andExpect(status().is3xxRedirection());
        assertThat(counted(project)).containsExactly("FIRST 1 5000", "INCREMENT 0 2000");
    }

    @Test
    void the_holder_enters_what_was_signed_and_bad_input_keeps_what_was_typed() throws Exception {
        var project = project("示例计数坏输入");
        signing(project, "xh-officer", "CONTRACT", 5, "100", "").andExpect(status().isForbidden());
        signing(project, "sh-officer", "CONTRACT", 5, "100", "").andExpect(status().isNotFound());
        for (var bad : new String[][] {
            {"INVESTOR", "100", ""}, {"CONTRACT", "-1", ""}, {"NOTHING", "100", ""}, {"CONTRACT", "99999999999", ""}
        })
            signing(project, "tz-officer", bad[0], 5, bad[1], bad[2])
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("示例协议文本")));
        signing(project, "tz-officer", "CONTRACT", -3, "100", "").andExpect(status().is(422));
    }

    @Test
    void shares_make_100_at_the_form_and_in_the_database() throws Exception {
        var project = project("示例统计占比");
        shared(project, "tz-officer", "40", "59.9", "会商纪要示例1号")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("合计为 99.9%")))
                .andExpect(content().string(containsString("59.9")));
        shared(project, "tz-officer", "40", "很多", "会商纪要示例1号").andExpect(status().is(422));
        shared(project, "xh-officer", "40", "60", "会商纪要示例1号").andExpect(status().isForbidden());
        shared(project, "tz-officer", "40", "60", "会商纪要示例1号").andExpect(status().is3xxRedirection());
        shared(project, "tz-officer", "50", "50", "会商纪要示例2号")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("会商纪要示例1号")))
                .andExpect(content().string(containsString("会商纪要示例2号")));
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> jdbc.sql(
                                "update project_share set percent = 41 where project_id = ? and region_code = '110112'")
                        .param(project.id())
                        .update()))
                .hasMessageContaining("not 100");
    }

    @Test
    void tax_is_not_shared_and_a_text_that_rewards_for_it_is_flagged() throws Exception {
        var project = project("示例税收提示");
        project.does("tz-officer", get("/projects/" + project.id() + "/shares/TAX"))
                .andExpect(status().isNotFound());
        shared(project, "tz-officer", "40", "60", "按地方留存部分给予企业奖励").andExpect(status().is3xxRedirection());
        project.does("xh-officer", get("/projects/" + project.id() + "/counting"))
                .andExpect(content().string(containsString("公平竞争审查提示")))
                .andExpect(content().string(not(containsString("/shares/TAX"))));
    }

    @Test
    void what_ties_a_reward_to_tax_is_told_from_what_names_both() {
        assertThat(List.of("按纳税额的50%给予奖励", "前三年税收地方留存部分全额返还", "对经济贡献大的企业给予补贴"))
                .allMatch(FairCompetition::tiesRewardToTax);
        assertThat(List.of("税收由各地依法征收。对引进人才给予奖励", "提供人才公寓和通勤补贴", "依法纳税", ""))
                .noneMatch(FairCompetition::tiesRewardToTax);
    }

    private AProject project(String name) throws Exception {
        return AProject.withTwoHomes(name, mvc, people);
    }

    private List<String> counted(AProject project) {
        return jdbc.sql("""
                select basis || ' ' || counted_projects || ' ' || trim_scale(counted_yuan / 10000) from project_count
                 where project_id = ? order by signed_on, n
                """).param(project.id()).query(String.class).list();
    }

    private void signed(AProject project, String kind, int daysAgo, String wan) throws Exception {
        signing(project, "tz-officer", kind, daysAgo, wan, kind.equals("INVESTOR") ? "示例新投资方有限公司" : "")
                .andExpect(status().is3xxRedirection());
    }

    private static ResultActions signing(
            AProject project, String login, String kind, int daysAgo, String wan, String investor) throws Exception {
        return project.does(
                login,
                post("/projects/" + project.id() + "/signings")
                        .param("kind", kind)
                        .param("signedOn", TODAY.minusDays(daysAgo).toString())
                        .param("amountWan", wan)
                        .param("investor", investor)
                        .param("paper", "示例协议文本"));
    }

    private static ResultActions shared(AProject project, String login, String tongzhou, String xianghe, String basis)
            throws Exception {
        return project.does(
                login,
                post("/projects/" + project.id() + "/shares/INVESTMENT")
                        .param("regions", "110112", "131024")
                        .param("percents", tongzhou, xianghe)
                        .param("basis", basis));
    }
}
