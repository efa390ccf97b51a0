package org.lianqiao.journeys;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianqiao.shared.Time;
import org.springframework.beans.factory.annotation.Autowired;

/** A project with two homes, from the proposal through consultation and signing to 开工 with evidence; a conflict merged. */
@Journey
class ProjectJourneys {
    @Autowired
    Portal portal;

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void a_project_with_two_homes_comes_from_the_proposal_to_the_start_with_evidence(Screen screen) {
        var today = LocalDate.now(Time.ZONE).toString();
        var name = "示例两地协同项目" + screen.ordinal();
        String project;
        try (var officer = portal.signedIn("tz-officer", screen)) {
            officer.opens("/projects/new").goes("总部研发＋生产基地");
            officer.fills("name", name).fills("enterprise", "示例两地智造有限公司").goes("保存");
            officer.sees("总部研发").sees("生产制造").sees("联合项目");
            project = officer.idHere();
            officer.goes("会商").goes("提请会商").ticks("kind", "REVIEW");
            officer.fills("question", "拟研发在通州、生产在香河，请研究是否同意。").goes("发出会商");
            officer.sees("会商已送达").sees("0 / 2 已答复");
        }
        try (var officer = portal.signedIn("xh-officer", screen)) {
            officer.opens("/projects/" + project + "/consultations").goes("项目审议");
            officer.ticks("answer", "AGREE").goes("拟好，报科长").sees("待科长正式答复");
        }
        for (var login : new String[] {"xh-lead", "tz-lead"}) {
            try (var lead = portal.signedIn(login, screen)) {
                lead.opens("/consultations?view=WAITING").goes(name);
                lead.ticks("answer", "AGREE").goes("正式答复").sees("答复已送达");
            }
        }
        try (var joint = portal.signedIn("joint", screen)) {
            joint.opens("/consultations").goes(name).ticks("paper", "MINUTES");
            joint.fills("number", "示例联席纪〔2026〕9号")
                    .fills("on", today)
                    .goes("记录结果")
                    .sees("请选择要上传的文件");
            joint.uploads("file", "纪要.png").goes("记录结果").sees("会商一致");
        }
        try (var officer = portal.signedIn("xh-officer", screen)) {
            officer.opens("/projects/" + project).goes("修改落位");
            officer.picks("stage", "SIGNED")
                    .fills("amountWan", "8000")
                    .fills("signedOn", today)
                    .goes("保存");
            officer.sees("联合项目").goes("统计口径").sees("首次签约，项目计一次").goes("进度").goes("填报进度");
            officer.picks("kind", "START")
                    .fills("plannedOn", today)
                    .goes("增加节点")
                    .sees("节点已增加")
                    .goes("开工");
            officer.fills("reachedOn", today)
                    .uploads("file", "开工.png")
                    .goes("保存")
                    .sees("开工.png");
            officer.opens("/projects/" + project).sees("开工日期").sees("填报节点");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void two_who_edit_at_once_merge_field_by_field(Screen screen) {
        String project;
        try (var first = portal.signedIn("tz-officer", screen);
                var second = portal.signedIn("tz-lead", screen)) {
            first.opens("/projects/new").fills("name", "示例同时修改项目" + screen.ordinal());
            first.fills("enterprise", "示例同时修改有限公司").goes("保存");
            project = first.idHere();
            first.goes("修改项目");
            second.opens("/projects/" + project).goes("修改项目");
            first.fills("summary", "经办补充的内部说明").goes("保存");
            second.fills("publicSummary", "科长写的公开介绍").goes("保存");
            second.sees("合并两份修改").sees("经办补充的内部说明").sees("科长写的公开介绍").goes("合并保存");
            second.sees("经办补充的内部说明").sees("科长写的公开介绍");
        }
    }
}
