package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpLineTests {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final UUID LI = UUID.randomUUID();

    @Test
    void a_line_says_how_what_until_when_and_what_next() {
        var line = read("电话 与王总谈了厂房，层高要 8 米 @周五 寄送清单");
        assertThat(line.channel()).isEqualTo(Channel.CALL);
        assertThat(line.text()).isEqualTo("与王总谈了厂房，层高要 8 米");
        assertThat(line.due()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(line.nextStep()).isEqualTo("寄送清单");
        assertThat(line.on()).isEqualTo(TODAY);
        assertThat(line.isWhole()).isTrue();
    }

    @Test
    void spaces_may_be_left_out_and_signs_may_be_full_width() {
        var line = read("走访：看了车间＠下周二请规划部门会商");
        assertThat(line.channel()).isEqualTo(Channel.VISIT);
        assertThat(line.text()).isEqualTo("看了车间");
        assertThat(line.due()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(line.nextStep()).isEqualTo("请规划部门会商");
    }

    @Test
    void a_colleague_named_after_the_day_takes_the_step() {
        var line = read("昨天 接待 总经理一行 @3天后 李某 发会议纪要");
        assertThat(line.on()).isEqualTo(TODAY.minusDays(1));
        assertThat(line.owner()).isEqualTo(LI);
        assertThat(line.due()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(line.nextStep()).isEqualTo("发会议纪要");
        assertThat(read("电话 谈了 @李某 @明天 回访").owner()).isEqualTo(LI);
    }

    @ParameterizedTest
    @CsvSource({
        "今天, 2026-11-25",
        "明天, 2026-11-26",
        "明日, 2026-11-26",
        "后天, 2026-11-27",
        "大后天, 2026-11-28",
        "周三, 2026-11-25",
        "周五, 2026-11-27",
        "星期日, 2026-11-29",
        "周天, 2026-11-29",
        "礼拜二, 2026-12-01",
        "本周五, 2026-11-27",
        "下周五, 2026-12-04",
        "月底, 2026-11-30",
        "3天后, 2026-11-28",
        "两天之后, 2026-11-27",
        "十二天后, 2026-12-07",
        "二十天后, 2026-12-15",
        "两周后, 2026-12-09",
        "2个星期后, 2026-12-09",
        "一个月后, 2026-12-25",
        "3个工作日后, 2026-11-30",
        "12-05, 2026-12-05",
        "12/5, 2026-12-05",
        "12.5, 2026-12-05",
        "12月5日, 2026-12-05",
        "1-8, 2027-01-08",
        "2-29, 2028-02-29",
        "30号, 2026-11-30",
        "5日, 2026-12-05",
        "2027-03-01, 2027-03-01",
        "2027年3月1日, 2027-03-01"
    })
    void a_day_is_read_as_people_write_it(String words, LocalDate day) {
        assertThat(read("电话 谈了 @" + words + " 回访").due()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"周八", "2-30", "13-01", "0天", "某天", "2027-02-29", "天后", "32号", "十二十天后"})
    void what_is_no_day_stays_in_the_text_and_is_marked(String words) {
        var line = read("电话 谈了厂房 @" + words + " 寄清单");
        assertThat(line.due()).isNull();
        assertThat(line.text()).contains("谈了厂房").contains("@" + words).contains("寄清单");
        assertThat(line.marks()).extracting(FollowUpLine.Mark::key).contains("prospects.line.unread");
    }

    @Test
    void nothing_is_guessed() {
        assertThat(keys("谈了厂房 @周五 寄清单")).containsExactly("prospects.line.noChannel");
        assertThat(keys("电话 @周五 寄清单")).containsExactly("prospects.line.noText");
        assertThat(keys("电话 谈了 @周五")).containsExactly("prospects.line.noStep");
        assertThat(keys("电话 谈了 @李某 寄清单")).containsExactly("prospects.line.noDue");
        assertThat(keys("电话 谈了 @2020-01-01 寄清单")).containsExactly("prospects.line.past");
        assertThat(keys("")).containsExactly("prospects.line.noChannel");
        assertThat(keys("电话 " + "长".repeat(501))).containsExactly("prospects.line.tooLong");
    }

    @Test
    void a_plan_needs_a_step_and_no_contact() {
        var line = read("计划 约访总经理 @12-01");
        assertThat(line.channel()).isEqualTo(Channel.PLAN);
        assertThat(line.nextStep()).isEqualTo("约访总经理");
        assertThat(line.isWhole()).isTrue();
        assertThat(keys("计划")).containsExactly("prospects.line.noStep");
    }

    @Test
    void an_address_of_a_mail_is_no_day() {
        var line = read("邮件 已发 wang@example.cn 𠮷 🌾");
        assertThat(line.text()).isEqualTo("已发 wang@example.cn 𠮷 🌾");
        assertThat(line.isWhole()).isTrue();
    }

    private static java.util.List<String> keys(String line) {
        return read(line).marks().stream().map(FollowUpLine.Mark::key).toList();
    }

    private static FollowUpLine read(String line) {
        return FollowUpLine.read(line, TODAY, Map.of("李某", LI));
    }
}
