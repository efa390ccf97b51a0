package org.lianqiao.journeys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The chain map: what is missing becomes a need; enterprises and products come in from tables. */
@Journey
class ChainJourneys {
    @Autowired
    Portal portal;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void a_gap_becomes_a_need_that_remembers_where_it_came_from(Screen screen) {
        try (var visitor = portal.visitor(screen)) {
            visitor.opens("/chains").sees("高端工业母机").opens("/chains/machine").sees("登录后可一键生成需求");
            if (screen == Screen.DESK) visitor.shows(".chain-draw.drawn canvas");
        }
        try (var officer = portal.signedIn("sh-officer", screen)) {
            officer.opens("/chains/machine").sees("环节清单").goes("生成补链需求");
            officer.sees("已按图谱生成需求草稿").goes("提交审核").sees("已提交审核");
            officer.sees("产业链图谱提出").follows("/chains/machine#").sees("本单位已拟需求");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void enterprises_come_in_from_a_table_that_was_looked_at_first(Screen screen) {
        var firm = "示例入库精工" + screen.ordinal() + "有限公司";
        try (var administrator = portal.signedIn("system-admin", screen)) {
            administrator.opens("/administration").follows("/administration/organization-imports");
            administrator.uploadsTable(
                    "file",
                    "企业.csv",
                    "企业名称,统一社会信用代码,区域,主营产品\n" + firm + ",,河北省香河县,数控系统；没人认识的东西\n示例错码有限公司,911101120000000001,,\n");
            administrator.goes("上传并预览").sees(firm).sees("统一社会信用代码校验未通过").sees("1 / 2");
            administrator.goes("确认导入").sees("新增企业 1 家").sees("1 行有问题未导入");
        }
        try (var officer = portal.signedIn("tz-officer", screen)) {
            officer.opens("/organizations?q=" + firm).sees("数控系统").goes(firm);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void products_come_in_once_however_often_the_table_is_taken(Screen screen) {
        var table = "product,relation,related_product\n示例产品%1$d,上游材料,示例材料%1$d\n示例产品%1$d,邻居,示例材料%1$d\n"
                .formatted(screen.ordinal());
        try (var administrator = portal.signedIn("system-admin", screen)) {
            for (int added : new int[] {2, 0}) {
                administrator.opens("/administration/product-imports").uploadsTable("file", "产品.csv", table);
                administrator.goes("上传并预览").sees("关系“邻居”无法识别");
                administrator.goes("确认导入").sees("新增产品 " + added + " 个");
            }
            administrator.goes("修改记录").sees("产品.csv").sees("示例产品" + screen.ordinal());
        }
    }
}
