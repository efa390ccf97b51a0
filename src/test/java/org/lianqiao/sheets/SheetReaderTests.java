package org.lianqiao.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.lianqiao.shared.Refused;

class SheetReaderTests {
    @Test
    void reads_quotes_line_breaks_and_a_byte_order_mark() {
        assertThat(csv("\uFEFF名称,简介\r\n甲,\"说“好”，\"\"真\"\"\n两行\"\r\n\r\n乙,𠮷🚗"))
                .containsExactly(
                        new Row(1, List.of("名称", "简介")),
                        new Row(2, List.of("甲", "说“好”，\"真\"\n两行")),
                        new Row(4, List.of("乙", "𠮷🚗")));
    }

    @Test
    void reads_what_a_chinese_spreadsheet_saves() {
        var rows = read("名称,省份\n甲,河北省".getBytes(Charset.forName("GB18030")));
        assertThat(rows.get(1).cells()).containsExactly("甲", "河北省");
    }

    @Test
    void reads_the_first_sheet_of_a_workbook() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            var sheet = book.newWorksheet("企业");
            sheet.value(0, 0, "名称");
            sheet.value(1, 0, " 甲 ");
            sheet.value(3, 0, "乙");
            sheet.value(3, 2, 12.5);
        }
        assertThat(read(file.toByteArray()))
                .containsExactly(
                        new Row(1, List.of("名称")), new Row(2, List.of("甲")), new Row(4, List.of("乙", "", "12.5")));
    }

    @Test
    void control_characters_do_not_come_through() {
        assertThat(csv("名称\n甲\0乙\u0007丙").get(1).cells()).containsExactly("甲乙丙");
    }

    @Test
    void refuses_what_is_no_table() {
        refuses(new byte[0], "sheets.refused.empty");
        refuses("\n\n , \n".getBytes(StandardCharsets.UTF_8), "sheets.refused.empty");
        refuses(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, "sheets.refused.encoding");
        refuses("甲,\"乙".getBytes(StandardCharsets.UTF_8), "sheets.refused.quote");
        refuses("PK\3\4 not a workbook".getBytes(StandardCharsets.UTF_8), "sheets.refused.broken");
        refuses(("a\n" + "长".repeat(10_001)).getBytes(StandardCharsets.UTF_8), "sheets.refused.cell");
        refuses(",".repeat(300).concat("x").getBytes(StandardCharsets.UTF_8), "sheets.refused.columns");
        refuses("a\n".repeat(200_002).getBytes(StandardCharsets.UTF_8), "sheets.refused.rows");
    }

    @Test
    void a_small_archive_that_inflates_without_end_is_not_opened() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 410; i++) zip.write(zeros);
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        refuses(bomb.toByteArray(), "sheets.refused.bomb");
    }

    private static List<Row> csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> read(byte[] file) {
        var rows = new ArrayList<Row>();
        SheetReader.read(file, rows::add);
        return rows;
    }

    private static void refuses(byte[] file, String key) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.getKey()).isEqualTo(key));
    }
}
