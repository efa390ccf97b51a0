package org.lianqiao.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single cells as people write them; {@code -} stands for nothing. */
class ReadingTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.5 | YI | 350000000 | ",
                "３５００ | WAN | 35000000 | ",
                "1,200.5万 | - | 12005000 | ",
                "5000万元 | YI | 50000000 | ",
                "5000 | - | - | sheets.mark.unit",
                "约3亿元 | - | 300000000 | sheets.mark.about",
                "省级资金900万元+地方配套800万元 | YI | 17000000 | sheets.mark.added",
                "一期2亿元＋二期3亿元 | - | 500000000 | sheets.mark.added",
                "年产5万台+8万台 | WAN | - | sheets.mark.sum",
                "3-5亿元 | - | - | sheets.mark.sum",
                "总投资3亿元，其中一期1亿元 | - | - | sheets.mark.sum",
                "1.2亿美元 | - | - | sheets.mark.sum",
                "待定 | YI | - | sheets.mark.sum",
                "99999 | YI | - | sheets.mark.sumTooLarge",
                "/ | YI | - | ",
                "0 | YI | - | ",
                "300000元 | WAN | 300000 | "
            })
    void reads_sums(String typed, String unit, String yuan, String mark) {
        var scale = unit.equals("YI") ? Sums.YI : unit.equals("WAN") ? Sums.WAN : null;
        var read = Sums.read(SheetCell.text(typed), scale);
        assertThat(read.mark()).isEqualTo(mark == null ? "" : mark);
        if (yuan.equals("-")) assertThat(read.value()).isNull();
        else assertThat(read.value()).isEqualByComparingTo(yuan);
    }

    @ParameterizedTest
    @CsvSource({
        "2025年7月, 2025-07-01, sheets.mark.month",
        "2025.12, 2025-12-01, sheets.mark.month",
        "2025.7.1, 2025-07-01,",
        "2025/12/3, 2025-12-03,",
        "2025-12-03, 2025-12-03,",
        "20251203, 2025-12-03,",
        "２０２５年１２月３日, 2025-12-03,",
        "45992, 2025-12-01, sheets.mark.serial",
        "2025年2月30日, -, sheets.mark.noDay",
        "12月3日, -, sheets.mark.day",
        "待定, -, sheets.mark.day",
        "2025年底, -, sheets.mark.day",
        "—, -,"
    })
    void reads_days(String typed, String day, String mark) {
        var read = Days.read(SheetCell.text(typed));
        assertThat(read.mark()).isEqualTo(mark == null ? "" : mark);
        assertThat(String.valueOf(read.value())).isEqualTo(day.equals("-") ? "null" : day);
    }

    @Test
    void does_not_choose_between_january_and_october() {
        var cell = new SheetCell(
                new BigDecimal("2025.10").stripTrailingZeros().toPlainString(), SheetCell.Kind.NUMBER, null, false);
        assertThat(Days.read(cell)).isEqualTo(Reading.unread("sheets.mark.tenth"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "示例张 13800000001 | | [示例张//13800000001]",
                "示例张13800000001、示例李 139 0000 0002 | | [示例张//13800000001, 示例李//13900000002]",
                "示例李（总经理）13800000002 | | [示例李/总经理/13800000002]",
                "示例王/0316-3100000 | | [示例王//0316-3100000]",
                "联系人：示例赵；电话：１３８００００００００３ | | null sheets.mark.person",
                "示例赵 | 13800000003 | [示例赵//13800000003]",
                "周示例招商总监：13800000004 | | [周示例/招商总监/13800000004]",
                "示例钱、示例孙 13800000005 | | null sheets.mark.person",
                "13800000005 | | null sheets.mark.person",
                "无 | - | null"
            })
    void tells_names_from_numbers(String cell, String phone, String expected) {
        var read = People.read(cell, phone == null ? "" : phone);
        var people = read.value() == null
                ? "null"
                : read.value().stream()
                        .map(p -> p.name() + "/" + p.title() + "/" + p.phone())
                        .toList();
        assertThat((people + " " + read.mark()).strip()).isEqualTo(expected);
    }
}
