package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lianqiao.shared.Time;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is overdue: on the desk of who has it, in the morning's mail, and gone once somebody really talked. */
@Journey
class DigestJourneys {
    @Autowired
    Portal portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SchedulerClient scheduler;

    private static final String MATTER = "碳化硅模块北方生产基地";

    @Test
    void what_is_overdue_comes_to_the_desk_and_by_mail_and_ends_with_a_real_contact() {
        jdbc.sql("update prospect set active_at = now() - interval '60 days' where matter = ?")
                .param(MATTER)
                .update();
        try (var administrator = portal.signedIn("system-admin", Screen.DESK)) {
            administrator
                    .opens("/administration/calendar")
                    .fills("first", today())
                    .fills("name", "示例调休");
            administrator.ticks("working").goes("保存").sees("工作日历已更新").sees("示例调休");
        }
        now(
                "ledger-watch",
                "select count(*) from ledger_alert_now where kind = 'RHYTHM' and matter = '" + MATTER + "'");
        try (var officer = portal.signedIn("sh-officer", Screen.DESK)) {
            officer.opens("/desk").sees("超时提醒").sees(MATTER);
            officer.opens("/ledger/alerts").sees(MATTER).sees("跟进间隔");
        }
        now(
                "ledger-digest",
                "select count(*) from outbox_message where recipient = 'sh-officer@example.cn' and body like '%"
                        + MATTER + "%'");
        try (var administrator = portal.signedIn("system-admin", Screen.DESK)) {
            administrator.opens("/administration/outbox").sees("台账每日提醒");
        }
        try (var officer = portal.signedIn("sh-officer", Screen.DESK)) {
            officer.opens("/ledger?q=" + MATTER).opensFirst().sees("超时");
            officer.fills("line", "电话 对方确认下周来访").sees("按回车保存").goes("记录");
        }
        assertThat(count("select count(*) from ledger_alert_now where kind = 'RHYTHM' and matter = '" + MATTER + "'"))
                .isZero();
    }

    /** Lets the scheduler do it at once, and waits until it shows. */
    private void now(String task, String shows) {
        scheduler.reschedule(TaskInstanceId.of(task, "recurring"), Instant.now());
        await().atMost(Duration.ofSeconds(60)).until(() -> count(shows) > 0);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static String today() {
        return LocalDate.now(Time.ZONE).toString();
    }
}
