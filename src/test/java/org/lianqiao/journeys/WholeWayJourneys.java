package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Uscc;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From registration to the joint library, on a desk and on a phone, with JavaScript and without. */
@Journey
class WholeWayJourneys {
    private static final String PASSWORD = "Tongbei#2026-shili";

    @Autowired
    Portal portal;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void from_registration_to_the_joint_library(Screen screen) {
        var way = new Way(screen);
        way.registers();
        way.isLetIn();
        way.writesWhatItNeeds();
        way.isPublished();
        var number = way.isWantedByAVisitor();
        way.isWantedByAnEnterprise();
        way.isVerifiedAndTakenUp(number);
        way.comesItself();
        way.isMet();
        var project = way.becomesAProjectWithTwoSites();
        way.isPublishedWhenAllAgree(project);
    }

    /** One enterprise and its way; what it is called tells the screens apart. */
    private class Way {
        private final Screen screen;
        private final String firm;
        private final String phone;
        private final String title;
        private String need = "";
        private String prospect = "";

        Way(Screen screen) {
            this.screen = screen;
            firm = "示例新程汽车电子" + "甲乙丙丁".charAt(screen.ordinal()) + "有限公司";
            phone = "1390000010" + screen.ordinal();
            title = "寻求车载热管理控制器供应" + screen.ordinal();
        }

        void registers() {
            try (var visitor = portal.visitor(screen)) {
                visitor.opens("/register").goes("开始填写");
                visitor.ticks("kind", "ENTERPRISE").fills("name", firm).fills("uscc", code(screen));
                visitor.picks("regionCode", "131082").goes("保存并继续");
                visitor.fills("products", "车载热管理控制器").goes("保存并继续");
                visitor.uploads("licence", "营业执照.png").goes("保存并继续");
                visitor.fills("contactName", "周示例").fills("contactPhone", phone).fills("password", PASSWORD);
                visitor.ticks("agreed").goes("保存并继续");
                visitor.sees(firm).sees("车载热管理控制器").goes("内容无误，获取验证码");
                visitor.fills("code", "000000").goes("提交注册").sees("验证码不正确");
                visitor.fills("code", codeSentTo(phone)).goes("提交注册");
                visitor.sees("注册申请已提交").sees("RZ-");
            }
        }

        void isLetIn() {
            try (var reviewer = portal.signedIn("sh-reviewer", screen)) {
                reviewer.opens("/reviews/registrations").goes(firm).sees("车载热管理控制器");
                reviewer.goes("通过").sees("已通过");
            }
        }

        void writesWhatItNeeds() {
            try (var enterprise = portal.visitor(screen).signsIn(phone, PASSWORD)) {
                enterprise.opens("/my/needs/new").ticks("subject", "PRODUCT").goes("保存并继续");
                enterprise.fills("title", title).goes("保存并继续");
                enterprise.picksFirst("nodeId").goes("保存并继续");
                enterprise
                        .fills("quantity", "120000")
                        .fills("quantityUnit", "件/年")
                        .goes("保存并继续");
                enterprise.goes("保存并继续").sees("说明至少 10 个字");
                enterprise.goes("说明至少 10 个字").fills("description", "工作电压 12 伏，满足车规，就近配套。");
                enterprise.goes("保存并继续").sees("120000 件/年").goes("确认提交审核");
                enterprise.sees("已提交审核").sees("XQ-");
                need = enterprise.idHere();
            }
        }

        void isPublished() {
            try (var reviewer = portal.signedIn("sh-reviewer", screen)) {
                reviewer.opens("/reviews/needs").goes(title).sees(firm).sees("自动检查未发现问题");
                reviewer.goes("通过并发布").sees("已通过并发布");
            }
        }

        /** @return the intent's number */
        String isWantedByAVisitor() {
            try (var visitor = portal.visitor(screen)) {
                visitor.opens("/needs").fills("q", title).goes("查询").goes(title);
                visitor.sees("120,000 件/年").goes("提交意向");
                visitor.fills("enterpriseName", "示例远程热控" + screen.ordinal() + "有限公司")
                        .fills("contactName", "吴示例");
                visitor.fills("contactPhone", "1380000020" + screen.ordinal()).fills("message", "可月供一万件，样件两周内提供。");
                visitor.goes("提交意向").sees("同意");
                visitor.ticks("consent").goes("提交意向").sees("意向已送达").sees("待核验");
                return numberOn(visitor);
            }
        }

        void isWantedByAnEnterprise() {
            try (var enterprise = portal.signedIn("enterprise-sz", screen)) {
                enterprise.opens("/needs/" + need).goes("提交意向");
                enterprise.fills("contactPhone", "13800000300").fills("message", "苏州工厂可先供货，后续在三河设点。");
                enterprise.ticks("ownerMaySee").ticks("consent").goes("提交意向").sees("意向已送达");
                enterprise.opens("/intents").sees(title);
            }
        }

        void isVerifiedAndTakenUp(String number) {
            try (var officer = portal.signedIn("sh-officer", screen)) {
                officer.opens("/intents/inbox")
                        .fills("q", number)
                        .goes("查询")
                        .goes("示例远程热控" + screen.ordinal() + "有限公司");
                officer.sees("请先电话核实").goes("查看并记录").sees("1380000020" + screen.ordinal());
                officer.goes("核验并受理").sees("已受理");
                officer.goes("查看台账").sees("示例远程热控" + screen.ordinal() + "有限公司").sees(title);
            }
        }

        void comesItself() {
            try (var enterprise = portal.visitor(screen).signsIn(phone, PASSWORD)) {
                enterprise.opens("/intents/new?region=131082").picks("function", "PRODUCTION");
                enterprise.fills("amountWan", "12000").fills("message", "生产放三河，研发留通州，需 20 亩。");
                enterprise
                        .goes("提交意向")
                        .sees("请阅读并勾选同意")
                        .ticks("consent")
                        .goes("提交意向")
                        .sees("意向已送达");
            }
        }

        void isMet() {
            try (var officer = portal.signedIn("sh-officer", screen)) {
                officer.opens("/intents/inbox").fills("q", firm).goes("查询").goes(firm);
                officer.goes("受理").sees("已受理").goes("查看台账").sees("在“线索”");
                officer.goes("记录对接").fills("place", "三河市燕郊").fills("theirPeople", "周示例");
                officer.ticks("outcome", "PROMISING").fills("minutes", "看过两处厂房，倾向燕郊。");
                officer.fills("nextStep", "寄送载体清单").picksFirst("nextOwner");
                officer.fills("nextDue", LocalDate.now(Time.ZONE).plusDays(7).toString());
                officer.goes("保存").sees("对接已记录").follows("/ledger/");
                officer.sees("在“对接”").sees("寄送载体清单").sees("三河市燕郊");
                prospect = officer.idHere();
            }
        }

        String becomesAProjectWithTwoSites() {
            try (var officer = portal.signedIn("sh-officer", screen)) {
                officer.opens("/ledger/" + prospect).unfolds("更多").goes("转为项目");
                var project = officer.idHere();
                officer.goes("增加落位").ticks("function", "RESEARCH").picks("regionCode", "110112");
                officer.picksFirst("stage").fills("amountWan", "3000").goes("保存");
                officer.sees("总部研发").sees("1.5 亿元");
                officer.goes("修改项目")
                        .fills("publicSummary", "研发在通州，生产在三河，就近配套整车厂。")
                        .goes("保存");
                officer.goes("提请公开").sees("已提请公开");
                return project;
            }
        }

        void isPublishedWhenAllAgree(String project) {
            for (var lead : new String[] {"sh-lead", "tz-lead"}) {
                try (var person = portal.signedIn(lead, screen)) {
                    person.opens("/projects/" + project).goes("同意公开").sees("已记录同意");
                }
            }
            try (var visitor = portal.visitor(screen)) {
                assertThat(visitor.arrivesAt("/projects/" + project)).isFalse();
                try (var enterprise = portal.visitor(screen).signsIn(phone, PASSWORD)) {
                    enterprise.opens("/projects/" + project).goes("同意公开").sees("已记录同意");
                }
                visitor.opens("/projects/" + project)
                        .sees("研发在通州，生产在三河")
                        .sees("总部研发")
                        .sees("生产制造");
                visitor.doesNotSee(phone).doesNotSee("周示例");
            }
        }

        private String numberOn(Person person) {
            var number = person.reads("YX-[0-9]{4}-[0-9]{6}");
            assertThat(number).isNotEmpty();
            return number;
        }
    }

    /** What the outbox would have sent. */
    private String codeSentTo(String phone) {
        return jdbc.sql("select substring(body from '[0-9]{6}') from outbox_message where recipient like ?"
                        + " order by created_at desc limit 1")
                .param("%" + phone)
                .query(String.class)
                .single();
    }

    /** A valid code that no demo organisation has. */
    private static String code(Screen screen) {
        var body = "91131082MA0JRN" + screen.ordinal() + "X0";
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> Uscc.parse(code).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
