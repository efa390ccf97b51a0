package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event from its announcement to its report: on a desk without JavaScript, and on a phone with it. */
@Journey
class EventJourneys {
    private static final int GROUP = 28;

    @Autowired
    Portal portal;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(names = {"DESK_WITHOUT_SCRIPT", "PHONE"})
    void an_event_runs_from_its_announcement_to_its_report(Screen screen) {
        var day = new Day(screen);
        day.isAnnounced();
        day.isSetUp();
        day.isRegisteredFor();
        day.isJoinedByAGroup();
        day.isWishedFor();
        day.isScheduledAndPublished();
        day.isMendedWhereSomebodyDoesNotCome();
        day.begins();
        day.letsGuestsIn();
        day.isToldOfByBothSides();
        day.isReported();
    }

    /** One event and its day; what it is called tells the screens apart. */
    private class Day {
        private final Screen screen;
        private final String name;
        private final List<String> pages = new ArrayList<>();
        private String event = "";

        Day(Screen screen) {
            this.screen = screen;
            name = "示例·全程对接会" + "甲乙丙丁".charAt(screen.ordinal());
        }

        void isAnnounced() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens("/events")
                        .goes("发布活动")
                        .ticks("kind", "MATCHMAKING")
                        .fills("nameZh", name);
                officer.fills("starts", "2032-05-06T14:00").fills("ends", "2032-05-06T17:30");
                officer.picks("regionCode", "131024").fills("capacity", "31").fills("placeZh", "香河会议厅");
                officer.ticks("published").goes("保存").sees("活动已发布");
                event = "/events/" + officer.idHere();
            }
        }

        void isSetUp() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens(event + "/programme").ticks("registration", "OPEN");
                officer.fills("agenda", "下午两点 致辞").goes("保存").sees("第 1 行“下午两点 致辞”无法识别");
                officer.fills("agenda", "14:00-14:20 主办方致辞\n14:30-16:00 一对一洽谈");
                officer.fills("meetingTimes", "14:30-15:10\n15:20-16:00")
                        .fills("slotMinutes", "20")
                        .fills("tables", "6");
                officer.goes("保存").sees("活动筹备已保存").sees("一对一洽谈：4 轮，每轮 20 分钟，6 桌");
            }
            try (var visitor = portal.visitor(screen)) {
                visitor.opens(event).goes("海报").sees("扫码报名").sees("主办方致辞");
            }
        }

        void isRegisteredFor() {
            try (var visitor = portal.visitor(screen)) {
                for (var who : List.of("周示例", "吴示例")) {
                    visitor.opens(event)
                            .goes("报名参加")
                            .fills("organizationName", company(who))
                            .fills("name", who);
                    visitor.fills("phone", "1350000" + screen.ordinal() + "00" + pages.size())
                            .fills("about", "车载热管理，寻求整车配套");
                    visitor.goes("提交报名")
                            .sees("请先阅读并同意")
                            .ticks("consent")
                            .goes("提交报名")
                            .sees("报名已确认");
                    pages.add(visitor.address());
                }
            }
        }

        private String company(String who) {
            return "示例" + who.charAt(0) + "氏汽车部件" + "甲乙丙丁".charAt(screen.ordinal()) + "有限公司";
        }

        void isJoinedByAGroup() {
            var lines = IntStream.range(0, GROUP)
                    .mapToObj(n -> "示例团员%02d公司，团员%02d，经理，1351%d%06d".formatted(n, n, screen.ordinal(), n))
                    .collect(Collectors.joining("\n"));
            try (var association = portal.signedIn("association", screen)) {
                association
                        .opens(event)
                        .goes("组团报名")
                        .fills("lines", lines)
                        .ticks("agreed")
                        .goes("提交名单");
                association.sees("已为 28 位来宾报名");
            }
        }

        void isWishedFor() {
            try (var guest = portal.visitor(screen)) {
                guest.opens(pages.get(0))
                        .follows(pages.get(0) + "/wishes")
                        .ticks(wish(2), "MUST")
                        .ticks(wish(3), "MUST")
                        .ticks(wish(4), "WOULD");
                guest.ticks(wish(5), "RATHER_NOT").goes("保存选择").sees("现选 3 位");
            }
            try (var association = portal.signedIn("association", screen)) {
                for (int n = 3; n <= 6; n++) {
                    association
                            .opens(event + "/wishes/" + guest(n))
                            .ticks(wish(n + 4), "MUST")
                            .ticks(wish(1), "WOULD");
                    association.goes("保存选择").sees("已保存");
                }
            }
        }

        private String wish(int number) {
            return "wish-" + guest(number);
        }

        void isScheduledAndPublished() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens(event + "/schedule").goes("计算排期");
                untilComputed();
                officer.opens(event + "/schedule").sees("8 / 8").sees("已证明不可能更多");
                officer.opens(event + "/schedule?by=guest").sees("001 " + company("周示例"));
                officer.goes("发布并通知来宾").sees("排期已发布");
            }
            try (var guest = portal.visitor(screen)) {
                guest.opens(pages.get(0)).sees("我的洽谈").sees(company("吴示例")).doesNotSee("示例团员02公司");
            }
        }

        void isMendedWhereSomebodyDoesNotCome() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens(event + "/schedule")
                        .picks("guest", guest(10).toString())
                        .goes("未到场");
                officer.sees("已调整").sees("7 / 8").sees("第 2 版");
            }
        }

        /** All rounds have begun: the day itself is the only thing that no browser can bring about. */
        void begins() {
            jdbc.sql("""
                    update event_slot set starts_at = now() - (9 - position) * interval '20 minutes',
                           ends_at = now() - (8 - position) * interval '20 minutes' where event_id = ?
                    """).param(id()).update();
            jdbc.sql(
                            "update event set starts_at = now() - interval '4 hours', ends_at = now() + interval '1 hour' where id = ?")
                    .param(id())
                    .update();
        }

        void letsGuestsIn() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens(event + "/check-in");
                for (var number : List.of("001", "002")) {
                    officer.asksAtTheDoor(number).sees(company(number.equals("001") ? "周示例" : "吴示例"));
                    officer.taps("确认签到").sees("已签到");
                }
                officer.sees("2/ 30");
            }
            assertThat(count("select count(*) from event_guest where event_id = ? and checked_in_at is not null"))
                    .isEqualTo(2);
        }

        /** The first two guests say, each on the own page, how their meeting was. */
        void isToldOfByBothSides() {
            for (var page : pages)
                try (var guest = portal.visitor(screen)) {
                    guest.opens(page).goes("有意向", "#m-" + guest(pages.indexOf(page) == 0 ? 2 : 1));
                    guest.sees("有意向")
                            .opens(page + "/feedback")
                            .ticks("worth", "5")
                            .ticks("found", "YES");
                    guest.goes("提交反馈").sees("反馈已收到");
                }
            assertThat(count("select count(*) from meeting where event_id = ?")).isEqualTo(1);
        }

        void isReported() {
            try (var officer = portal.signedIn("xh-officer", screen)) {
                officer.opens(event + "/results").sees("1 / 7").sees("共 2 份").goes("线索");
                officer.sees("活动").sees(name);
            }
        }

        private int count(String sql) {
            return jdbc.sql(sql).param(id()).query(Integer.class).single();
        }

        private void untilComputed() {
            var patience = Instant.now().plus(Duration.ofSeconds(30));
            while (Instant.now().isBefore(patience)
                    && jdbc.sql("select exists (select from event_schedule where event_id = ? and state = 'COMPUTING')")
                            .param(id())
                            .query(Boolean.class)
                            .single()) Thread.onSpinWait();
        }

        private UUID id() {
            return UUID.fromString(event.substring("/events/".length()));
        }

        private UUID guest(int number) {
            var found = jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                    .params(id(), number)
                    .query(UUID.class)
                    .optional();
            assertThat(found).isPresent();
            return found.get();
        }
    }
}
