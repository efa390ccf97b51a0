package org.lianqiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ProductImportTests {
    @Autowired
    ProductImport imports;

    @Autowired
    ProductQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void both_ends_of_a_supply_are_one_edge_and_twice_is_once() {
        var file = sheet(
                "product,relation,related_product",
                "导入电池包,上游材料,导入电芯",
                "导入电芯,下游产品,导入电池包",
                "导入电芯,产品小类,导入磷酸铁锂电芯",
                "导入电芯,别名,导入单体电池",
                "导入托盘,上游材料,导入单体电池");
        assertThat(imports.preview(file).newProducts()).isEqualTo(5);
        var first = take(file);
        assertThat(first.edges()).isEqualTo(3);
        assertThat(take(file)).isEqualTo(new ProductImport.Outcome(0, 0, 0, 0));
        assertThat(imports.preview(file).newEdges()).isZero();
        var out = new StringWriter();
        queries.export(out);
        assertThat(out.toString()).contains("导入电池包,上游材料,导入电芯\r\n", "导入电芯,产品小类,导入磷酸铁锂电芯\r\n");
        assertThat(jdbc.sql("select count(*) from product_change where product = '导入电芯' and action = 'ADDED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_alias_leads_to_its_product() {
        take(sheet("产品,关系,关联产品", "别名测试锂电池,别名,别名测试锂离子电池"));
        take(sheet("产品,关系,关联产品", "别名测试手机,上游材料,别名测试 锂离子电池"));
        assertThat(jdbc.sql("""
                        select f.name from product_edge e join product f on f.id = e.from_id
                          join product t on t.id = e.to_id where t.name = '别名测试手机'
                        """).query(String.class).list()).containsExactly("别名测试锂电池");
    }

    @Test
    void every_row_that_cannot_be_taken_is_named() {
        var preview = imports.preview(sheet(
                "product,relation,related_product",
                "问题螺栓,上游材料,",
                "问题螺栓,邻居,螺母",
                "问题螺栓,上游材料,（问题）螺栓",
                "=1+1,下游产品," + "长".repeat(61),
                "问题螺栓,上游材料,问题线材"));
        assertThat(preview.problems())
                .extracting(p -> p.row() + " " + p.key())
                .containsExactly(
                        "2 catalogue.import.problem.name",
                        "3 catalogue.import.problem.relation",
                        "4 catalogue.import.problem.same",
                        "5 catalogue.import.problem.name");
        assertThat(preview.newEdges()).isEqualTo(1);
        assertThatThrownBy(() -> imports.preview(sheet("甲,乙", "1,2")))
                .isInstanceOf(Refused.class)
                .hasMessage("catalogue.import.refused.header");
    }

    @Test
    void twenty_thousand_rows_come_in_within_ten_seconds() {
        var lines = new StringBuilder("product,relation,related_product\n");
        for (int i = 0; i < 20_000; i++)
            lines.append("大批产品")
                    .append(i % 9_000)
                    .append(",上游材料,大批材料")
                    .append(i * 7 % 8_001)
                    .append('\n');
        var file = lines.toString().getBytes(StandardCharsets.UTF_8);
        var begun = Instant.now();
        imports.preview(file);
        take(file);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        jdbc.sql("delete from product where name like '大批%'").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＰＶＣ 树脂", "锂电池（三元）", "LED-灯·A", "3,5-二氯[苯]", "𠮷牌「托盘」🚗", "a　b\tc"})
    void the_portal_and_the_database_spell_a_product_alike(String name) {
        assertThat(ProductKey.of(name))
                .isEqualTo(jdbc.sql("select product_key(?)")
                        .param(name)
                        .query(String.class)
                        .single());
    }

    private ProductImport.Outcome take(byte[] file) {
        return imports.take(file, "产品.csv", new People(jdbc, viewers).viewer("system-admin"));
    }

    private static byte[] sheet(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
