package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.SheetReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class LedgerExportTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
    }

    @Test
    void a_csv_opens_right_and_computes_nothing() throws Exception {
        var id = desk.lead("tz-officer", "=cmd|' /C calc'!A0 示例𠮷", "+1+1 事项");
        var csv = text(export("tz-officer", "CSV", id, "ENTERPRISE", "MATTER", "NEXT_DUE"));
        assertThat(csv).startsWith("\uFEFF\"企业名称\",\"意向事项\",\"截止日期\"\r\n");
        assertThat(csv).contains("\"'=cmd|' /C calc'!A0 示例𠮷\",\"'+1+1 事项\",2");
    }

    @Test
    void a_workbook_has_a_head_that_stays_a_filter_and_a_page_that_prints() throws Exception {
        var id = desk.lead("tz-officer", "=1+1 示例·导出企业 🌾");
        var file = export("tz-officer", "XLSX", id, "NUMBER", "ENTERPRISE", "AMOUNT");
        var sheet = parts(file).get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:C2\"")
                .contains("orientation=\"landscape\"")
                .contains("fitToWidth=\"1\"")
                .doesNotContain("<f>");
        assertThat(rows(file).get(1).cell(1)).isEqualTo("=1+1 示例·导出企业 🌾");
        assertThat(rows(file).get(0).cells()).containsExactly("编号", "企业名称", "拟投资（万元）");
    }

    @Test
    void what_is_shared_in_part_is_exported_in_part() throws Exception {
        var id = desk.lead("sh-officer", "示例·部分可见企业", "不外传的事项");
        var whole = text(export("sh-officer", "CSV", id, "ENTERPRISE", "STAGE", "MATTER", "NEXT_STEP"));
        assertThat(whole).contains("不外传的事项").contains("电话联系");
        var part = text(export("dc-officer", "CSV", id, "ENTERPRISE", "STAGE", "MATTER", "NEXT_STEP"));
        assertThat(part).contains("\"示例·部分可见企业\",\"线索\",,");
        desk.as("tz-officer", asked("CSV", id, "ENTERPRISE"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("没有可导出的内容")));
    }

    @Test
    void contacts_go_out_for_a_purpose_recorded_and_marked() throws Exception {
        var id = desk.lead("sh-officer", "示例·联系人导出企业");
        desk.as(
                "sh-officer",
                post("/ledger/" + id + "/contacts").param("name", "示例张").param("phone", "13800000088"));
        desk.as("sh-officer", asked("CSV", id, "ENTERPRISE").param("contacts", "true"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("导出联系人须写明用途")));
        var file = text(desk.as(
                        "sh-officer",
                        asked("CSV", id, "ENTERPRISE").param("contacts", "true").param("purpose", "示例对接会邀请"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(file).contains("示例张").contains("13800000088").contains("用途：示例对接会邀请");
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from audit_entry where action = 'contact.export' and detail like '%示例对接会邀请%'"))
                .isEqualTo(1);
        var others = text(desk.as(
                        "lf-coord",
                        asked("CSV", id, "ENTERPRISE").param("contacts", "true").param("purpose", "统筹"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(others).contains("示例·联系人导出企业").doesNotContain("示例张").doesNotContain("13800000088");
    }

    @Test
    void an_office_keeps_its_own_columns_order_and_names() throws Exception {
        var id = desk.lead("xh-officer", "示例·版式企业");
        desk.as(
                        "xh-officer",
                        post("/ledger/exports")
                                .param("range", "SELECTED")
                                .param("format", "CSV")
                                .param("ids", id.toString())
                                .param("codes", "ENTERPRISE", "STAGE", "AMOUNT")
                                .param("columns", "ENTERPRISE", "STAGE", "AMOUNT")
                                .param("positions", "3", "1", "2")
                                .param("titles", "投资商名称", "", "")
                                .param("unit", "YI")
                                .param("title", "示例台账")
                                .param("keep", "true"))
                .andExpect(status().isOk());
        var layout = desk.jdbc()
                .sql(
                        "select code || ':' || title from ledger_layout_column c join account a on a.login = 'xh-officer'"
                                + " join membership m on m.account_id = a.id and m.organization_id = c.office_id order by position")
                .query(String.class)
                .list();
        assertThat(layout).containsExactly("STAGE:", "AMOUNT:", "ENTERPRISE:投资商名称");
        desk.as("xh-officer", get("/ledger/exports/new"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"投资商名称\"")))
                .andExpect(content().string(containsString("value=\"示例台账\"")));
    }

    @Test
    void rows_of_a_group_stand_under_its_name() throws Exception {
        var one = desk.lead("tz-officer", "示例·分组企业");
        var rows = rows(
                desk.as("tz-officer", asked("XLSX", one, "ENTERPRISE", "STAGE").param("grouping", "STAGE"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        assertThat(rows.get(1).cell(0)).isEqualTo("线索");
        assertThat(rows.get(2).cell(0)).isEqualTo("示例·分组企业");
    }

    @Test
    void what_is_asked_wrongly_is_refused_at_its_field() throws Exception {
        var id = desk.lead("tz-officer", "示例·导出有误企业");
        desk.as("tz-officer", asked("CSV", id)).andExpect(status().is(422));
        desk.as("tz-officer", asked("DOC", id, "ENTERPRISE")).andExpect(status().is(422));
        desk.as("tz-officer", asked("CSV", id, "ENTERPRISE").param("title", "长".repeat(61)))
                .andExpect(status().is(422));
        desk.as("tz-officer", post("/ledger/exports")).andExpect(status().is(422));
        desk.as("enterprise", asked("CSV", id, "ENTERPRISE")).andExpect(status().isForbidden());
    }

    private byte[] export(String login, String format, UUID id, String... columns) throws Exception {
        return desk.as(login, asked(format, id, columns))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static MockHttpServletRequestBuilder asked(String format, UUID id, String... columns) {
        var request = post("/ledger/exports")
                .param("scope", "BOTH")
                .param("range", "SELECTED")
                .param("format", format)
                .param("ids", id.toString());
        for (var column : columns) request.param("codes", column).param("columns", column);
        return request;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static List<Row> rows(byte[] file) {
        var rows = new java.util.ArrayList<Row>();
        SheetReader.read(file, rows::add);
        return rows;
    }

    private static Map<String, String> parts(byte[] file) throws Exception {
        var parts = new HashMap<String, String>();
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries()))
                parts.put(entry.getName(), text(zip.getInputStream(entry).readAllBytes()));
        }
        return parts;
    }
}
