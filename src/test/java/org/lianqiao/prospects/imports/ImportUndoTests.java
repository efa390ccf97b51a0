package org.lianqiao.prospects.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.OldLedgers;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The way back, and what an accident in the middle leaves. */
@PortalTest
class ImportUndoTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    ImportRuns runs;

    Loading loading;

    @BeforeEach
    void sitDown() {
        loading = new Loading(mvc, new People(jdbc, viewers), jdbc);
    }

    @Test
    void an_undo_takes_back_what_nobody_touched_and_lists_the_rest() throws Exception {
        var id = loading.load("sh-officer", OldLedgers.ofAnOffice("退档"));
        var edited = loading.prospect(id, 6);
        loading.as(
                "sh-officer",
                post("/ledger/" + edited + "/follow-ups")
                        .param("channel", "CALL")
                        .param("text", "已通话")
                        .param("on", "2026-01-05"));
        loading.as("sh-officer", post("/ledger/imports/" + id + "/undo"));
        assertThat(loading.outcomes(id)).containsExactly("UNDONE", "CREATED", "UNDONE");
        assertThat(found("示例·退档")).isEqualTo(1);
        assertThat(loading.one(Integer.class, "select count(*)::int from organization where name like '示例·退档%'"))
                .isEqualTo(1);
        assertThat(
                        loading.one(
                                Integer.class,
                                "select count(*)::int from contact where phone = '+8613800000001' and source = 'IMPORT' and source_note = '示例台账.xlsx' and organization_id in (select id from organization where name like '示例·退档%')"))
                .isZero();
        loading.as("sh-officer", get("/ledger/imports/" + id))
                .andExpect(content().string(containsString("已有改动，保留")));
    }

    @Test
    void an_undo_gives_an_updated_record_its_words_back() throws Exception {
        var code = OldLedgers.code(41);
        var prospect = loading.prospect(loading.load("sh-officer", row("示例·还原企业", code, "500", "原话")), 2);
        var id = loading.load("sh-officer", row("示例·还原企业", code, "800", "新话"));
        assertThat(words(prospect)).isEqualTo("8000000 新话");
        loading.as("sh-officer", post("/ledger/imports/" + id + "/undo"));
        assertThat(words(prospect)).isEqualTo("5000000 原话");
        var again = loading.read("sh-officer", row("示例·还原企业", code, "800", "新话"));
        assertThat(loading.verdicts(again)).containsExactly("UPDATE");
    }

    @Test
    void all_or_none_leaves_none_where_one_cannot_come_in() throws Exception {
        var id = loading.read(
                "sh-officer",
                OldLedgers.plain(
                        List.of("企业名称", "统一社会信用代码", "项目名称"),
                        List.of(List.of("示例·整表好企业", "", "厂房"), List.of("示例·整表坏企业", "123", "厂房"))));
        loading.as(
                "sh-officer", post("/ledger/imports/" + id + "/confirmations").param("how", "whole"));
        loading.as("sh-officer", get("/ledger/imports/" + id))
                .andExpect(content().string(containsString("示例·整表坏企业")));
        assertThat(found("示例·整表")).isZero();
    }

    @Test
    void an_accident_in_the_middle_leaves_nothing_half_done_and_the_import_can_go_on() throws Exception {
        var id = loading.read("sh-officer", OldLedgers.ofAnOffice("断"));
        jdbc.sql("create function break_down() returns trigger language plpgsql as 'begin raise ''broken''; end'")
                .update();
        jdbc.sql("create trigger break_down before insert on contact for each row execute function break_down()")
                .update();
        try {
            loading.as(
                    "sh-officer",
                    post("/ledger/imports/" + id + "/confirmations").param("how", "rows"));
        } finally {
            jdbc.sql("drop trigger break_down on contact").update();
            jdbc.sql("drop function break_down()").update();
        }
        assertThat(found("示例·断")).isZero();
        assertThat(loading.one(Integer.class, "select count(*)::int from organization where name like '示例·断%'"))
                .isZero();
        loading.as("sh-officer", get("/ledger/imports/" + id))
                .andExpect(content().string(containsString("台账没有变化")));
        loading.take("sh-officer", id);
        assertThat(found("示例·断")).isEqualTo(3);
    }

    @Test
    void what_a_killed_portal_left_another_takes_up_once() throws Exception {
        var id = loading.read("sh-officer", OldLedgers.ofAnOffice("续"));
        jdbc.sql("update ledger_import set state = 'RUNNING', whole = false, confirmed_by = uploaded_by where id = ?")
                .param(id)
                .update();
        runs.run(id);
        runs.run(id);
        assertThat(found("示例·续")).isEqualTo(3);
        assertThat(loading.one(String.class, "select state from ledger_import where id = ?", id))
                .isEqualTo("DONE");
    }

    private int found(String name) {
        return loading.one(
                Integer.class,
                "select count(*)::int from prospect p join organization o on o.id = p.organization_id where o.name like ?",
                name + "%");
    }

    private String words(java.util.UUID prospect) {
        return loading.one(
                String.class,
                "select p.amount_yuan::int || ' ' || string_agg(t.text, ',') from prospect p join prospect_text t on t.prospect_id = p.id"
                        + " and t.replaced_by is null where p.id = ? group by p.amount_yuan",
                prospect);
    }

    private static byte[] row(String enterprise, String code, String wan, String note) {
        return OldLedgers.plain(
                List.of("企业名称", "统一社会信用代码", "项目名称", "总投资（万元）", "备注"),
                List.of(List.of(enterprise, code, "厂房", wan, note)));
    }
}
