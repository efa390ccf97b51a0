package org.lianqiao.notifications;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.shared.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends what the outbox holds. Without SMTP or an SMS provider a message stays there and is written to the console. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
@Slf4j
class Sending {
    static final String NAME = "message";
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of(NAME);
    private static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> mail;
    private final ObjectProvider<SmsAdapter> sms;

    @Value("${lianqiao.mail.from:portal@localhost}")
    private final String from;

    private record Waiting(UUID id, String channel, String recipient, String subject, String body) {}

    @Bean
    OneTimeTask<Void> messageTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MOST_ATTEMPTS, new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(20))))
                .execute((instance, context) -> send(UUID.fromString(instance.getId())));
    }

    private void send(UUID id) {
        var found = jdbc.sql(
                        "select id, channel, recipient, subject, body from outbox_message where id = ? and sent_at is null")
                .param(id)
                .query(Waiting.class)
                .optional();
        if (found.isEmpty()) return;
        var message = found.get();
        jdbc.sql("update outbox_message set attempts = attempts + 1 where id = ?")
                .param(id)
                .update();
        try {
            if (deliver(message))
                jdbc.sql("update outbox_message set sent_at = now(), last_error = null where id = ?")
                        .param(id)
                        .update();
            else
                log.info(
                        "Kept in the outbox: {} to {}: {} {}",
                        message.channel,
                        message.recipient,
                        message.subject,
                        message.body);
        } catch (RuntimeException e) {
            jdbc.sql("update outbox_message set last_error = left(?, 300) where id = ?")
                    .params(String.valueOf(e.getMessage()), id)
                    .update();
            throw e;
        }
    }

    private boolean deliver(Waiting message) {
        if (Message.Channel.MAIL.name().equals(message.channel)) {
            var sender = mail.getIfAvailable();
            if (sender == null) return false;
            var letter = new SimpleMailMessage();
            letter.setFrom(from);
            letter.setTo(message.recipient);
            letter.setSubject(message.subject);
            letter.setText(message.body);
            sender.send(letter);
            return true;
        }
        var adapter = sms.getIfAvailable();
        if (adapter == null) return false;
        adapter.send(message.recipient, message.body);
        return true;
    }
}
