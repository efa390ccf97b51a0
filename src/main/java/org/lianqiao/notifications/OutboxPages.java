package org.lianqiao.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, for the system administrator: recipients masked, codes and links only where nothing else brings them. */
@Component
@RequiredArgsConstructor
class OutboxPages {
    /** A code of six digits, or a token of 32 characters in an address. */
    private static final Pattern SECRET = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])|(?<=/)[A-Za-z0-9_-]{32}");

    private static final String COLUMNS =
            "select id, channel, recipient, subject, body, created_at, sent_at, attempts, last_error from outbox_message where ";

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final ObjectProvider<JavaMailSender> mail;
    private final ObjectProvider<SmsAdapter> sms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    record Row(
            UUID id,
            Message.Channel channel,
            String recipient,
            String subject,
            String body,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            int attempts,
            String error,
            OutboxState state) {}

    @Transactional(readOnly = true)
    PageOf<Row> find(OutboxFilter filter, Paging paging) {
        int total = jdbc.sql("select count(*) from (select 1 from outbox_message where " + filter.where() + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(filter.values())
                .query(Integer.class)
                .single();
        var rows = jdbc.sql(COLUMNS + filter.where() + " order by created_at desc, id desc limit :size offset :offset")
                .params(filter.values())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row, true))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    @Transactional(readOnly = true)
    Optional<Row> find(UUID id) {
        return one(id, true);
    }

    /** The recipient in full, once; who looked is recorded. */
    @Transactional
    Row reveal(UUID id, Viewer by) {
        var message = one(id, false).orElseThrow(NotFound::new);
        events.publishEvent(
                new Recorded(by, "message.reveal", "message", id, message.subject(), masked(message.recipient())));
        return message;
    }

    /** Sends again what did not go out. @throws Refused where it is gone already */
    @Transactional
    void retry(UUID id, Viewer by) {
        var message = one(id, true).orElseThrow(NotFound::new);
        if (message.state() == OutboxState.SENT) throw new Refused("notifications.outbox.gone");
        var task = Sending.TASK.instance(id.toString()).scheduledTo(clock.instant());
        if (!scheduler.scheduleIfNotExists(task)) scheduler.reschedule(task, clock.instant());
        events.publishEvent(new Recorded(by, "message.retry", "message", id, message.subject(), message.recipient()));
    }

    /** Whether something brings messages of this way to people. */
    boolean isSent(Message.Channel channel) {
        return (channel == Message.Channel.MAIL ? mail.getIfAvailable() : sms.getIfAvailable()) != null;
    }

    private Optional<Row> one(UUID id, boolean masked) {
        return jdbc.sql(COLUMNS + "id = ?")
                .param(id)
                .query((row, n) -> row(row, masked))
                .optional();
    }

    private Row row(ResultSet row, boolean masked) throws SQLException {
        var channel = Message.Channel.valueOf(row.getString("channel"));
        var recipient = row.getString("recipient");
        var sentAt = row.getObject("sent_at", OffsetDateTime.class);
        int attempts = row.getInt("attempts");
        var error = Objects.requireNonNullElse(row.getString("last_error"), "");
        return new Row(
                row.getObject("id", UUID.class),
                channel,
                masked ? masked(recipient) : recipient,
                readable(channel, row.getString("subject")),
                readable(channel, row.getString("body")),
                row.getObject("created_at", OffsetDateTime.class),
                sentAt,
                attempts,
                error,
                state(sentAt, attempts, error));
    }

    private String readable(Message.Channel channel, String text) {
        return isSent(channel) ? SECRET.matcher(text).replaceAll("******") : text;
    }

    private static OutboxState state(@Nullable OffsetDateTime sentAt, int attempts, String error) {
        if (sentAt != null) return OutboxState.SENT;
        if (!error.isEmpty()) return OutboxState.FAILED;
        return attempts > 0 ? OutboxState.KEPT : OutboxState.WAITING;
    }

    private static String masked(String recipient) {
        return recipient.contains("@") ? Masked.email(recipient) : Masked.phone(recipient);
    }
}
