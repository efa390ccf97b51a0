package org.lianqiao.journeys;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A need finds who makes it: the owner reads why, says who does not suit, invites; the invited answers. */
@Journey
class MatchJourneys {
    @Autowired
    Portal portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Matchmaker matchmaker;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void matches_with_reasons_and_feedback(Screen screen) {
        var product = "示例旅程阀" + "甲乙丙丁".charAt(screen.ordinal());
        var need = published("寻求" + product + "就近配套", product);
        var maker = jdbc.sql(
                        "select o.name from organization o join organization_product p on p.organization_id = o.id where p.name = ?")
                .param(product)
                .query(String.class)
                .single();
        try (var owner = portal.signedIn("enterprise", screen)) {
            owner.opens("/matches").sees("寻求" + product).goes("寻求" + product + "就近配套");
            owner.sees(maker).sees("高度匹配").sees("可提供" + product + "，与所需“" + product + "”一致");
            owner.unfolds("不合适").picks("reason", "CAPACITY").fills("note", "月产能不足");
            owner.goes("确定").sees("已记录，此后不再推荐").sees("产能或规模不足：月产能不足");
            owner.goes("撤销").sees("已撤销").doesNotSee("月产能不足");
            owner.goes("邀请").sees("邀请已送达企业").sees("已邀请");
        }
        try (var invited = portal.signedIn("enterprise-sz", screen)) {
            invited.opens("/notifications").sees("邀请贵单位对接需求“寻求" + product);
            invited.opens("/matches").sees("本单位受邀对接此需求").goes("寻求" + product + "就近配套");
            invited.sees("与本单位的匹配").goes("提交意向").sees(product);
            invited.fills("contactPhone", "1380000030" + screen.ordinal()).fills("message", "可按月供货。");
            invited.ticks("consent").goes("提交意向").sees("意向已送达");
        }
        try (var officer = portal.signedIn("sh-officer", screen)) {
            officer.opens("/matches?need=" + need).sees(maker).sees("已提交意向");
            officer.opens("/matches").sees("需求匹配").sees("寻求" + product);
        }
        try (var association = portal.signedIn("association", screen)) {
            association.opens("/matches").sees("会员与需求").sees("匹配理由");
        }
    }

    /** A need of the enterprise in Sanhe for what the one in Suzhou makes. */
    private UUID published(String title, String product) {
        var id = Ids.next();
        jdbc.sql("""
                insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description, chain_id,
                       node_id, region_code, expires_on, published_at, created_at, updated_at)
                select :id, :number, o.id, a.id, 'PUBLISHED', 'SEEK', 'FILL', 'PRODUCT', :title, '（示例）随旅程生灭的需求。', n.chain_id, n.id,
                       '131082', :until, now(), now(), now()
                  from organization o, account a, chain_node n
                 where o.name like '示例·安途%' and a.login = 'enterprise' and n.name_zh = '热管理部件'
                """)
                .param("id", id)
                .param("number", "XQ-T-" + id)
                .param("title", title)
                .param("until", LocalDate.now().plusDays(60))
                .update();
        jdbc.sql("""
                insert into organization_product (organization_id, name, position)
                select id, ?, 9 from organization where name like '示例·澄华%'
                """).param(product).update();
        matchmaker.refresh();
        return id;
    }
}
