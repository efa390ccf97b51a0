package org.lianqiao.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps every message as a row and schedules its sending in the same transaction, so that a crash loses none. */
@Component
@RequiredArgsConstructor
class Outbox {
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    @EventListener
    void keep(Message message) {
        var id = Ids.next();
        jdbc.sql(
                        "insert into outbox_message (id, channel, recipient, subject, body, calendar, created_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        message.channel().name(),
                        message.recipient(),
                        message.subject(),
                        message.body(),
                        message.calendar(),
                        OffsetDateTime.now(clock))
                .update();
        scheduler.scheduleIfNotExists(Sending.TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }
}
