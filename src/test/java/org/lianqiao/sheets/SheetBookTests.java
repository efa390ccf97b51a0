package org.lianqiao.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianqiao.testing.OldLedgers.book;
import static org.lianqiao.testing.OldLedgers.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.OldLedgers;

class SheetBookTests {
    private static final List<String> KNOWN =
            List.of("项目名称", "投资商名称", "总投资", "联系人", "联系人信息·姓名", "联系人信息·电话", "备注", "投资额·固定资产");
    private static final Function<String, @Nullable String> FIELD = name -> KNOWN.contains(name) ? name : null;

    @Test
    void finds_the_head_below_titles_and_the_unit_in_it() {
        var header = header(OldLedgers.ofAnOffice("书"));
        assertThat(header.first()).isEqualTo(3);
        var sum = header.headings().get(4);
        assertThat(sum.title()).isEqualTo("总投资（亿元）");
        assertThat(sum.name()).isEqualTo("总投资");
        assertThat(sum.unit()).isEqualByComparingTo("100000000");
    }

    @Test
    void tells_groups_sums_and_notes_from_rows() {
        var body = body(OldLedgers.ofAnOffice("书"));
        assertThat(body.rows()).extracting(l -> l.row().number()).containsExactly(5, 6, 8);
        assertThat(body.rows()).extracting(SheetBody.Line::group).containsExactly("重点跟进", "重点跟进", "保持对接");
        assertThat(body.skipped()).extracting(SheetRow::number).containsExactly(9, 10);
    }

    @Test
    void reads_a_head_of_two_lines_and_the_unit_above_it() {
        var file = book(sheet -> {
            sheet.value(0, 0, "招商项目表");
            row(sheet, 1, null, null, null, null, null, "单位：万元");
            row(sheet, 2, "序号", "项目名称", "投资商名称", "联系人信息", null, "投资额");
            row(sheet, 3, null, null, null, "姓名", "电话", "固定资产", "流动资金");
            for (int c : new int[] {0, 1, 2}) sheet.range(2, c, 3, c).merge();
            sheet.range(2, 3, 2, 4).merge();
            sheet.range(2, 5, 2, 6).merge();
            row(sheet, 4, 1, "某项目", "示例公司", "示例王", "13800000000", 1200, 300);
        });
        var header = header(file);
        assertThat(header.first()).isEqualTo(3);
        assertThat(header.last()).isEqualTo(4);
        assertThat(header.headings())
                .extracting(Heading::title)
                .containsExactly("序号", "项目名称", "投资商名称", "联系人信息·姓名", "联系人信息·电话", "投资额·固定资产", "投资额·流动资金");
        assertThat(header.unit()).isEqualByComparingTo(BigDecimal.valueOf(10_000));
        assertThat(body(file).rows()).hasSize(1);
    }

    @Test
    void what_is_merged_over_rows_is_said_of_each_and_a_merged_sum_of_none() {
        var file = book(sheet -> {
            row(sheet, 0, "投资商名称", "项目名称", "总投资（万元）");
            row(sheet, 1, "示例集团", "一期", 500);
            row(sheet, 2, null, "二期");
            sheet.range(1, 0, 2, 0).merge();
            sheet.range(1, 2, 2, 2).merge();
        });
        var second = body(file).rows().get(1).row();
        assertThat(second.text(0)).isEqualTo("示例集团");
        assertThat(Sums.read(second.cell(2), BigDecimal.TEN).mark()).isEqualTo("sheets.mark.sharedSum");
    }

    @Test
    void a_day_is_a_day_only_by_its_format_and_a_hidden_row_says_so() {
        var file = book(sheet -> {
            row(sheet, 0, "项目名称", "投资商名称", "时间");
            row(sheet, 1, "甲", "乙", LocalDate.of(2025, 7, 1));
            row(sheet, 2, "甲", "丙", 2025.1);
            sheet.hideRow(2);
        });
        var rows = body(file).rows();
        assertThat(rows.get(0).row().cell(2).day()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(rows.get(1).row().cell(2).isNumber()).isTrue();
        assertThat(rows.get(1).row().hidden()).isTrue();
    }

    @Test
    void several_sheets_are_offered_and_a_formula_is_not_believed() {
        var sheets = new LinkedHashMap<String, OldLedgers.Sheet>();
        sheets.put("说明", s -> s.value(0, 0, "填表说明"));
        sheets.put("在谈", s -> {
            row(s, 0, "项目名称", "投资商名称", "总投资");
            row(s, 1, "甲", "乙");
            s.formula(1, 2, "1+1");
        });
        var opened = SheetBook.open(book(sheets));
        assertThat(opened.names()).containsExactly("说明", "在谈");
        assertThat(opened.read("在谈", 10).rows().get(1).cell(2).isFormula()).isTrue();
    }

    @Test
    void refuses_with_a_reason_what_may_not_be_opened() throws IOException {
        refuses(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "sheets.refused.xls");
        var file = OldLedgers.plain(List.of("项目名称", "投资商名称"), List.of(List.of("甲", "乙")));
        refuses(with(file, "xl/vbaProject.bin"), "sheets.refused.macro");
        refuses(with(file, "xl/externalLinks/externalLink1.xml"), "sheets.refused.external");
        refuses(
                book(sheet -> {
                    row(sheet, 0, "项目名称", "投资商名称");
                    sheet.value(1_000_000, 0, " ");
                }),
                "sheets.refused.blankRows");
        refuses(OldLedgers.plain(List.of("a", "b"), Collections.nCopies(11, List.of("甲", "乙"))), "sheets.refused.rows");
    }

    private static SheetHeader header(byte[] file) {
        var header = SheetHeader.find(table(file), FIELD);
        assertThat(header).isNotNull();
        return header;
    }

    private static SheetBody body(byte[] file) {
        return SheetBody.below(header(file), table(file));
    }

    private static SheetTable table(byte[] file) {
        return SheetBook.open(file).read("台账", 1_000);
    }

    private static byte[] with(byte[] file, String part) throws IOException {
        var changed = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(file).get();
                var out = new ZipOutputStream(changed)) {
            for (var entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
            out.putNextEntry(new ZipEntry(part));
        }
        return changed.toByteArray();
    }

    private static void refuses(byte[] file, String key) {
        assertThatThrownBy(() -> SheetBook.open(file).read("台账", 10))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.getKey()).isEqualTo(key));
    }
}
