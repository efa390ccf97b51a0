package org.lianqiao.journeys;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianqiao.testing.OldLedgers;
import org.springframework.beans.factory.annotation.Autowired;

/** An office brings its old ledger: as it kept it, with a row to be mended, and takes it back. */
@Journey
class ImportJourneys {
    @Autowired
    Portal portal;

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE_WITHOUT_SCRIPT"})
    void loads_an_old_ledger_mends_a_row_and_takes_it_back(Screen screen) {
        var mark = "旅程" + screen.ordinal();
        try (var officer = portal.signedIn("sh-officer", screen)) {
            officer.opens("/ledger").goes("导入").uploadsBook("file", "重点项目台账.xlsx", OldLedgers.ofAnOffice(mark));
            officer.goes("上传并预览").sees("总投资（亿元）").sees("省级资金900万元+地方配套800万元").goes("读取并预览");
            officer.sees("示例·" + mark + "甲科技有限公司").sees("原文是几笔相加，已取合计").sees("金额未能读出，按原文保留");
            officer.ticks("how", "whole").goes("确认导入").sees("导入结果").sees("已新增");
            officer.opensFirst().sees("存量台账").sees("原台账内容").sees("办公面积2000平方米").doesNotSee("13800000001");

            officer.opens("/ledger/imports").uploadsBook("file", "补充.xlsx", more(mark, "91350100M000100Y44"));
            officer.goes("上传并预览").goes("读取并预览").sees("校验未通过").sees("已取合计");
            officer.ticks("how", "rows").goes("确认导入").sees("未导入").sees("在问题表中改好后重新上传");

            officer.opens("/ledger/imports")
                    .uploadsBook("file", "改好.xlsx", more(mark, OldLedgers.code(700 + screen.ordinal())));
            officer.goes("上传并预览").goes("读取并预览").sees("示例·" + mark + "丁有限公司").sees("相同");
            officer.ticks("how", "rows").goes("确认导入").sees("导入结果").sees("已新增").sees("未改动");
            officer.unfolds("撤销导入");
            officer.goes("撤销导入").sees("导入已撤销");
        }
    }

    /** One row that came in before, one whose code is right or wrong. */
    private static byte[] more(String mark, String code) {
        return OldLedgers.plain(
                List.of("企业名称", "统一社会信用代码", "项目名称", "总投资（万元）"),
                List.of(
                        List.of("示例·" + mark + "戊有限公司", "", "仓储", "300万元+200万元"),
                        List.of("示例·" + mark + "丁有限公司", code, "厂房", "500")));
    }
}
