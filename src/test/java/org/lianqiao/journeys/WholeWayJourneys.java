package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    @EnumSource
    void from_registration_to_the_joint_library(Screen screen) {
        var way = new Way(screen);
        way.registers();
        way.isLetIn();
        way.writesWhatItNeeds();
        way.isPublished();
        var number = way.isWantedByAVisitor();
        way.isWantedByAnEnterprise();
        way.isTakenUp(number);
    }

    /** One enterprise and its way; what it is called tells the screens apart. */
    private class Way {
        private final Screen screen;
        private final String firm;
        private final String phone;
        private final String title;
        private String need = "";

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

        void isTakenUp(String number) {
            try (var officer = portal.signedIn("sh-officer", screen)) {
                officer.opens("/intents/inbox")
                        .fills("q", number)
                        .goes("查询")
                        .goes("示例远程热控" + screen.ordinal() + "有限公司");
                officer.sees("请先电话核实").goes("查看并记录").sees("1380000020" + screen.ordinal());
                officer.goes("核验并受理").sees("已受理");
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
