package org.lianqiao.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Uscc;

/** Ledgers as offices keep them in Excel, with the habits of their keepers. All names are invented. */
public final class OldLedgers {
    private OldLedgers() {}

    /** Codes that are valid by GB 32100 and belong to no enterprise. */
    public static String code(int n) {
        var start = "91131099MA%07d".formatted(9_000_000 + Math.floorMod(n, 1_000_000));
        for (var check : "0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
            if (Uscc.parse(start + check).isPresent()) return start + check;
        throw new IllegalStateException(start);
    }

    /** Writes one sheet. */
    public interface Sheet {
        void write(Worksheet sheet);
    }

    public static byte[] book(Map<String, Sheet> sheets) {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            for (var sheet : sheets.entrySet()) sheet.getValue().write(book.newWorksheet(sheet.getKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    public static byte[] book(Sheet sheet) {
        return book(Map.of("台账", sheet));
    }

    public static void row(Worksheet sheet, int row, @Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++)
            if (cells[i] instanceof String text) sheet.value(row, i, text);
            else if (cells[i] instanceof Number number) sheet.value(row, i, number);
            else if (cells[i] instanceof LocalDate day) {
                sheet.value(row, i, day);
                sheet.style(row, i).format("yyyy-mm-dd").set();
            }
    }

    /** Titles above the head, 亿元 in it with a line break, groups inside, a sum at the end and a note below. */
    public static byte[] ofAnOffice(String mark) {
        return book(sheet -> {
            sheet.value(0, 0, "2025年重点招商项目台账");
            sheet.range(0, 0, 0, 11).merge();
            row(sheet, 1, "填报单位：示例区投资促进中心", null, null, null, null, null, null, "2025年12月");
            row(
                    sheet,
                    2,
                    "序号",
                    "项目名称",
                    "投资商名称",
                    "统一社会\n信用代码",
                    "总投资\n（亿元）",
                    "项目内容",
                    "项目对接及\n进展情况",
                    "企业诉求",
                    "拟解决措施",
                    "责任单位",
                    "专班跟进人",
                    "联系人及电话",
                    "首次对接时间",
                    "备注");
            sheet.value(3, 0, "一、重点跟进（2个）");
            sheet.range(3, 0, 3, 13).merge();
            row(
                    sheet,
                    4,
                    1,
                    "研发总部",
                    "示例·" + mark + "甲科技有限公司",
                    code(mark.hashCode()),
                    3.5,
                    "建设研发总部",
                    "已两次到访",
                    "办公面积2000平方米",
                    "推荐载体",
                    "科技局",
                    "示例周",
                    "示例张 13800000001",
                    LocalDate.of(2025, 3, 8),
                    "");
            row(
                    sheet,
                    5,
                    2,
                    "生产基地",
                    "示例·" + mark + "乙制造有限公司",
                    "",
                    "省级资金900万元+地方配套800万元",
                    "二期厂房",
                    "洽谈中",
                    "",
                    "",
                    "",
                    "某某",
                    "示例李（总经理）13800000002",
                    "2025年7月",
                    "带队到访");
            sheet.value(6, 0, "二、保持对接（1个）");
            sheet.range(6, 0, 6, 13).merge();
            row(
                    sheet,
                    7,
                    3,
                    "中试车间",
                    "示例·" + mark + "丙医药有限公司",
                    "",
                    "待定",
                    "中试",
                    "电话联系",
                    "",
                    "",
                    "",
                    "",
                    "王总说再联系",
                    "2025.12",
                    "");
            row(sheet, 8, "合计", null, null, null, 3.67);
            row(sheet, 9, "注：本表每周五更新。");
        });
    }

    /** One sheet of a head and rows, nothing special. */
    public static byte[] plain(List<String> head, List<List<String>> rows) {
        return book(sheet -> {
            row(sheet, 0, head.toArray());
            for (int i = 0; i < rows.size(); i++) row(sheet, i + 1, rows.get(i).toArray());
        });
    }
}
