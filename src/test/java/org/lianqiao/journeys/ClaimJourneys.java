package org.lianqiao.journeys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One enterprise, several offices: a transfer with the enterprise's word on its contact, and a claim that is disputed. */
@Journey
class ClaimJourneys {
    @Autowired
    Portal portal;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void a_lead_goes_to_another_office_and_its_contact_by_the_enterprises_word(Screen screen) {
        var enterprise = "示例·旅程流转企业" + screen.ordinal();
        String transfer;
        try (var lead = portal.signedIn("tz-lead", screen)) {
            reports(lead, enterprise);
            lead.unfolds("登记联系人").fills("name", "钱某某").fills("phone", "1380000040" + screen.ordinal());
            lead.goes("保存").sees("联系人已登记");
            lead.unfolds("更多").goes("提出流转").picksNamed("office", "三河市投资促进局（示例）");
            lead.fills("reason", "企业需要厂房，三河载体更合适");
            lead.ticks("contact", contact("1380000040" + screen.ordinal())).goes("发出流转");
            lead.sees("流转已送达对方").sees("待企业答复");
            transfer = lead.address();
        }
        try (var person = portal.visitor(screen)) {
            person.opens(link()).sees("是否同意提供联系方式").sees("钱**").goes("同意提供").sees("已同意提供");
        }
        try (var officer = portal.signedIn("sh-officer", screen)) {
            officer.opens("/desk").sees("其他单位等候答复").sees(enterprise);
            officer.opens(transfer).sees("企业同意").doesNotSee("钱某某").goes("接收").sees("已接收，由本单位牵头");
            officer.goes(enterprise).sees("引荐").sees("钱**");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void who_comes_later_sees_who_was_first_and_asks_for_a_consultation(Screen screen) {
        var enterprise = "示例·旅程争抢企业" + screen.ordinal();
        try (var first = portal.signedIn("sh-officer", screen)) {
            reports(first, enterprise);
        }
        String consultation;
        try (var later = portal.signedIn("xh-officer", screen)) {
            later.opens("/ledger/new");
            fillsLead(later, enterprise).goes("登记线索").sees("已有单位在跟进该企业").sees("三河");
            later.goes("提请会商")
                    .ticks("wish", "JOINS")
                    .fills("reason", "企业上月到访香河")
                    .goes("提请会商");
            later.sees("已送各有关单位");
            consultation = later.address();
        }
        try (var lead = portal.signedIn("sh-lead", screen)) {
            lead.opens(consultation)
                    .ticks("outcome", "JOINS")
                    .goes("答复")
                    .sees("已办结")
                    .sees("提出单位加入配合");
        }
        try (var later = portal.signedIn("xh-officer", screen)) {
            later.opens("/ledger?q=" + enterprise).goes(enterprise).sees("时间线").sees("会商办结");
        }
    }

    private static void reports(Person officer, String enterprise) {
        officer.opens("/ledger/new");
        fillsLead(officer, enterprise).goes("登记线索").sees("线索已登记，由本单位牵头");
    }

    private static Person fillsLead(Person officer, String enterprise) {
        return officer.fills("enterprise", enterprise)
                .fills("matter", "北方生产基地")
                .picks("source", "VISIT")
                .fills("nextStep", "寄送园区清单");
    }

    private String contact(String phone) {
        return jdbc.sql("select id::text from contact where phone = ?")
                .param("+86" + phone)
                .query(String.class)
                .single();
    }

    private String link() {
        var body = jdbc.sql(
                        "select body from outbox_message where body like '%/consents/%' order by created_at desc limit 1")
                .query(String.class)
                .single();
        return body.substring(body.indexOf("/consents/")).strip();
    }
}
