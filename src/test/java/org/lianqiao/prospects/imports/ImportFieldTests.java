package org.lianqiao.prospects.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianqiao.sheets.Heading;

class ImportFieldTests {
    @ParameterizedTest
    @CsvSource({
        "投资商名称, ENTERPRISE",
        "＊企业名称（必填）, ENTERPRISE",
        "总投资（亿元）, AMOUNT",
        "联系人信息·电话, PHONE",
        "企业联系人·姓名, CONTACT",
        "专班跟进人, OWNER",
        "拟落户地, REGION",
        "统一社会 信用代码, CODE",
        "企业诉求, ",
        "拟解决措施, "
    })
    void knows_what_offices_call_their_columns(String title, ImportField field) {
        assertThat(ImportField.named(Heading.plain(title))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"项目计划总投资额, AMOUNT", "投资企业名称及国别, ENTERPRISE", "联系人及联系方式汇总, CONTACT", "责任单位, "})
    void proposes_by_what_stands_within_a_name(String title, ImportField field) {
        assertThat(ImportField.like(Heading.plain(title))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"在谈, NEGOTIATING", "已签约, SIGNED", "洽谈阶段, NEGOTIATING", "拟签约, "})
    void reads_stages_only_where_the_word_is_plain(String word, String stage) {
        assertThat(Names.stage(word)).isEqualTo(stage);
    }
}
