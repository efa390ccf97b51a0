package org.lianqiao.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OrganizationImportTests {
    @Autowired
    OrganizationImport imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void enterprises_come_in_known_but_not_registered_and_twice_is_once() {
        var file = sheet(
                "企业全称,简称,省份,城市,一级行业,二级行业,主营产品,企业简介",
                "测试甲股份有限公司,甲,江苏省,苏州市,电子,半导体,动力电池包；没人认识的东西,做电池",
                "测试乙(上海)有限公司,乙,上海市,,,,,𠮷🚗");
        var preview = imports.preview(file);
        assertThat(preview.fresh()).isEqualTo(2);
        assertThat(preview.products()).isEqualTo(2);
        assertThat(preview.linked()).isEqualTo(1);
        assertThat(take(file)).isEqualTo(new OrganizationImport.Outcome(2, 0, 0, 0));
        assertThat(take(file)).isEqualTo(new OrganizationImport.Outcome(0, 2, 0, 0));

        var row = jdbc.sql("select * from organization where name = '测试甲股份有限公司'")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("status", "KNOWN")
                .containsEntry("region_code", "320500")
                .containsEntry("industry_text", "电子/半导体");
        assertThat(jdbc.sql("select profile from organization where name = '测试乙(上海)有限公司'")
                        .query(String.class)
                        .single())
                .isEqualTo("𠮷🚗");
        assertThat(jdbc.sql("""
                        select n.name_zh from organization_node x join chain_node n on n.id = x.node_id
                         join organization o on o.id = x.organization_id where o.name = '测试甲股份有限公司'
                        """).query(String.class).list()).containsExactly("动力电池包");
        assertThat(jdbc.sql("""
                        select p.name from organization_product p join organization o on o.id = p.organization_id
                         where o.name = '测试甲股份有限公司' order by p.position
                        """).query(String.class).list()).containsExactly("动力电池包", "没人认识的东西");
    }

    @Test
    void a_known_enterprise_learns_its_code_and_a_registered_one_is_left_alone() {
        take(sheet("名称,产品", "测试丙（河北）有限公司,旧产品"));
        var learnt = take(sheet("Name,Code,Region", "测试丙(河北)有限公司,91350100M000100Y43,河北省香河县"));
        assertThat(learnt.known()).isEqualTo(1);
        assertThat(jdbc.sql("select uscc || region_code from organization where name = '测试丙（河北）有限公司'")
                        .query(String.class)
                        .single())
                .isEqualTo("91350100M000100Y43131024");

        var registered = jdbc.sql(
                        "select name, profile from organization where status = 'REGISTERED' and kind = 'ENTERPRISE' limit 1")
                .query()
                .singleRow();
        var left = take(sheet("名称,简介", registered.get("name") + ",改写别人的简介"));
        assertThat(left.registered()).isEqualTo(1);
        assertThat(jdbc.sql("select profile from organization where name = ?")
                        .param(registered.get("name"))
                        .query(String.class)
                        .single())
                .isEqualTo(registered.get("profile"));
    }

    @Test
    void what_is_wrong_with_a_row_is_said_and_the_others_come_in() {
        var file = sheet(
                "企业名单（2026年）,,,",
                "企业名称（必填）,信用代码,区域,产品",
                "测试丁有限公司,,南极洲,螺栓",
                "甲,,,",
                "测试戊有限公司,911101120000000001,,",
                "测试 丁 有限公司,,,",
                "测试己有限公司,,," + "长".repeat(61));
        var preview = imports.preview(file);
        assertThat(preview.problems())
                .extracting(p -> p.row() + " " + p.column() + " " + p.key())
                .containsExactly(
                        "4 企业名称（必填） organizations.import.problem.name",
                        "5 信用代码 organizations.import.problem.code",
                        "6 企业名称（必填） organizations.import.problem.twice");
        assertThat(preview.notes())
                .extracting(p -> p.row() + " " + p.key())
                .containsExactly("3 organizations.import.note.region", "7 organizations.import.note.products");
        assertThat(take(file)).isEqualTo(new OrganizationImport.Outcome(2, 0, 0, 3));
    }

    @Test
    void a_sheet_without_names_is_refused() {
        assertThatThrownBy(() -> imports.preview(sheet("产品,区域", "螺栓,三河")))
                .isInstanceOf(Refused.class)
                .hasMessage("organizations.import.refused.header");
    }

    @Test
    void a_county_is_the_one_of_its_province() {
        var regions = new RegionNames(jdbc);
        assertThat(List.of(
                        String.valueOf(regions.code("北京市", "通州区")),
                        String.valueOf(regions.code("江苏省", "通州区")),
                        String.valueOf(regions.code("", "廊坊")),
                        String.valueOf(regions.code("", "河北省石家庄市")),
                        String.valueOf(regions.code("广东省", "没有的市")),
                        String.valueOf(regions.code("", ""))))
                .containsExactly("110112", "320000", "131000", "130000", "440000", "null");
    }

    private OrganizationImport.Outcome take(byte[] file) {
        return imports.take(file, "企业.csv", new People(jdbc, viewers).viewer("system-admin"));
    }

    private static byte[] sheet(String... lines) {
        return ("\uFEFF" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
    }
}
