package org.lianqiao.prospects.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.sheets.SheetBook;
import org.lianqiao.testing.OldLedgers;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class ImportTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Loading loading;

    @BeforeEach
    void sitDown() {
        loading = new Loading(mvc, new People(jdbc, viewers), jdbc);
    }

    @Test
    void an_office_loads_its_ledger_as_it_kept_it() throws Exception {
        var id = loading.load("tz-officer", OldLedgers.ofAnOffice("存"));
        assertThat(loading.outcomes(id)).containsOnly("CREATED").hasSize(3);
        var first = loading.prospect(id, 5);
        assertThat(loading.one(
                        String.class,
                        "select matter || ' ' || attention || ' ' || trunc(amount_yuan) || ' ' || (reported_at at time zone 'Asia/Shanghai')::date || ' ' || summary from prospect where id = ?",
                        first))
                .isEqualTo("研发总部 FOCUS 350000000 2025-03-08 建设研发总部");
        assertThat(loading.one(
                        Integer.class, "select amount_yuan::int from prospect where id = ?", loading.prospect(id, 6)))
                .isEqualTo(17_000_000);
        assertThat(loading.one(
                        Boolean.class,
                        "select amount_yuan is null from prospect where id = ?",
                        loading.prospect(id, 8)))
                .isTrue();
        loading.as("tz-officer", get("/ledger/" + loading.prospect(id, 8)))
                .andExpect(content().string(containsString("金额未能读出")))
                .andExpect(content().string(containsString("存量台账")));
        loading.as("tz-officer", get("/ledger/" + first))
                .andExpect(content().string(containsString("办公面积2000平方米")))
                .andExpect(content().string(containsString("示**")))
                .andExpect(content().string(not(containsString("13800000001"))));
    }

    @Test
    void who_loads_a_ledger_reported_nothing_and_nothing_of_it_is_protected() throws Exception {
        var prospect = loading.prospect(loading.load("tz-officer", one("示例·存量一号企业", "厂房", "")), 2);
        loading.as(
                        "tz-officer",
                        post("/ledger/" + prospect + "/follow-ups")
                                .param("channel", "CALL")
                                .param("text", "通话")
                                .param("on", "2026-01-05"))
                .andExpect(status().is3xxRedirection());
        assertThat(loading.one(
                        Boolean.class,
                        "select reported_by is null and protected_until is null and source = 'IMPORT' from prospect where id = ?",
                        prospect))
                .isTrue();
        assertThat(loading.one(
                        Integer.class,
                        "select count(changed_by)::int from stage_change where prospect_id = ? and move = 'OPENED'",
                        prospect))
                .isZero();
    }

    @Test
    void the_same_file_twice_changes_nothing() throws Exception {
        var file = OldLedgers.ofAnOffice("再");
        loading.load("tz-officer", file);
        int before = loading.one(Integer.class, "select count(*)::int from prospect");
        var again = loading.read("tz-officer", file);
        assertThat(loading.verdicts(again)).containsOnly("SAME");
        loading.take("tz-officer", again);
        assertThat(loading.outcomes(again)).containsOnly("SKIPPED");
        assertThat(loading.one(Integer.class, "select count(*)::int from prospect"))
                .isEqualTo(before);
    }

    @Test
    void a_mended_row_updates_its_record_by_code_or_by_our_number() throws Exception {
        var code = OldLedgers.code(1);
        var prospect = loading.prospect(loading.load("tz-officer", one("示例·改错企业", "厂房", code, "500")), 2);
        var mended = loading.load("tz-officer", one("示例·改错企业", "厂房", code, "800"));
        assertThat(loading.outcomes(mended)).containsExactly("UPDATED");
        assertThat(loading.one(Integer.class, "select amount_yuan::int from prospect where id = ?", prospect))
                .isEqualTo(8_000_000);
        var number = loading.one(String.class, "select number from prospect where id = ?", prospect);
        var byNumber = loading.load(
                "tz-officer",
                OldLedgers.plain(List.of("编号", "企业名称", "项目名称"), List.of(List.of(number, "示例·改错企业", "厂房和仓库"))));
        assertThat(loading.outcomes(byNumber)).containsExactly("UPDATED");
        assertThat(loading.one(String.class, "select matter from prospect where id = ?", prospect))
                .isEqualTo("厂房和仓库");
    }

    @Test
    void a_similar_row_waits_for_a_decision_and_the_sheets_own_count_decides_nothing() throws Exception {
        loading.load("tz-officer", one("示例·相似科技有限公司", "厂房", ""));
        var sheet = OldLedgers.plain(
                List.of("序号", "企业名称", "项目名称", "备注"),
                List.of(List.of("1", "示例·相似科技有限公司", "厂房", "又来过"), List.of("1", "示例·相似科技股份有限公司", "研发", "")));
        var id = loading.read("tz-officer", sheet);
        assertThat(loading.verdicts(id)).containsExactly("SIMILAR", "SIMILAR");
        loading.as(
                "tz-officer", post("/ledger/imports/" + id + "/confirmations").param("how", "whole"));
        assertThat(loading.one(String.class, "select state from ledger_import where id = ?", id))
                .isEqualTo("CHECKED");
        loading.as(
                "tz-officer",
                post("/ledger/imports/" + id + "/choices")
                        .param("choice-2", "UPDATE")
                        .param("choice-3", "NEW"));
        loading.take("tz-officer", id);
        assertThat(loading.outcomes(id)).containsExactly("UPDATED", "CREATED");
    }

    @Test
    void what_is_refused_comes_back_as_a_sheet_to_be_mended_and_loads_again() throws Exception {
        var id = loading.read(
                "tz-officer",
                OldLedgers.plain(
                        List.of("企业名称", "统一社会信用代码", "项目名称"),
                        List.of(
                                List.of("示例·好企业", "", "厂房"),
                                List.of("示例·错码企业", "91350100M000100Y44", "厂房"),
                                List.of("", "", "无名项目"))));
        assertThat(loading.verdicts(id)).containsExactly("NEW", "BAD", "BAD");
        loading.take("tz-officer", id);
        var file = loading.as("tz-officer", get("/ledger/imports/" + id + "/problems"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var rows = SheetBook.open(file).read("", 10).rows();
        assertThat(rows.get(0).text(0)).isEqualTo("不能导入的原因");
        assertThat(rows.get(1).text(0)).contains("统一社会信用代码").contains("校验未通过");
        assertThat(rows.get(1).text(1)).isEqualTo("示例·错码企业");
        var mended = loading.load(
                "tz-officer",
                OldLedgers.plain(
                        List.of("不能导入的原因", "企业名称", "统一社会信用代码", "项目名称"),
                        List.of(List.of(rows.get(1).text(0), "示例·错码企业", OldLedgers.code(2), "厂房"))));
        assertThat(loading.outcomes(mended)).containsExactly("CREATED");
    }

    @Test
    void what_another_office_follows_goes_to_consultation_and_is_no_second_record() throws Exception {
        loading.load("tz-officer", one("示例·两地都跟企业", "厂房", OldLedgers.code(3)));
        var id = loading.load("xh-officer", one("示例·两地都跟企业", "厂房", OldLedgers.code(3)));
        assertThat(loading.outcomes(id)).containsExactly("CLASHED");
        assertThat(loading.one(
                        Integer.class,
                        "select count(*)::int from prospect p join organization o on o.id = p.organization_id where o.uscc = ?",
                        OldLedgers.code(3)))
                .isEqualTo(1);
        loading.as("xh-officer", get("/ledger/imports/" + id))
                .andExpect(content().string(containsString("待会商")))
                .andExpect(content().string(not(containsString("/ledger/" + "null"))));
    }

    @Test
    void an_import_is_another_offices_nobody_finds_it() throws Exception {
        var id = loading.upload("tz-officer", one("示例·外人企业", "厂房", ""));
        loading.as("sh-officer", get("/ledger/imports/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void refuses_an_old_workbook_and_says_what_to_do() throws Exception {
        mvc.perform(multipart("/ledger/imports")
                        .file(new MockMultipartFile(
                                "file", "台账.xls", null, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                        .with(new People(jdbc, viewers).as("tz-officer"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("另存为 .xlsx")));
    }

    @Test
    void the_template_can_be_loaded_and_offers_choices() throws Exception {
        var file = loading.as("tz-officer", get("/ledger/imports/template"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var book = SheetBook.open(file);
        assertThat(book.names()).containsExactly("台账导入模板", "填表说明");
        assertThat(book.read("台账导入模板", 3_000).rows()).hasSize(1);
        loading.as("tz-officer", get("/ledger/imports/" + loading.upload("tz-officer", file) + "/columns"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("拟投资（万元）")));
    }

    private static byte[] one(String enterprise, String matter, String code, String... wan) {
        var head = new ArrayList<>(List.of("企业名称", "项目名称", "统一社会信用代码"));
        var row = new ArrayList<>(List.of(enterprise, matter, code));
        if (wan.length > 0) {
            head.add("总投资（万元）");
            row.add(wan[0]);
        }
        return OldLedgers.plain(head, List.of(row));
    }
}
