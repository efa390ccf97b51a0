package org.lianqiao.notifications;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.shared.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

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

    private record Waiting(UUID id, String channel, String recipient, String subject, String body, String calendar) {}

    @Bean
    OneTimeTask<Void> messageTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MOST_ATTEMPTS, new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(20))))
                .execute((instance, context) -> send(UUID.fromString(instance.getId())));
    }

    private void send(UUID id) {
        var found = jdbc.sql(
                        "select id, channel, recipient, subject, body, calendar from outbox_message where id = ? and sent_at is null")
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
            sender.send(letter(message, sender.createMimeMessage()));
            return true;
        }
        var adapter = sms.getIfAvailable();
        if (adapter == null) return false;
        adapter.send(message.recipient, message.body);
        return true;
    }

    private MimeMessage letter(Waiting message, MimeMessage letter) {
        try {
            var content = new MimeMessageHelper(letter, !message.calendar.isEmpty(), StandardCharsets.UTF_8.name());
            content.setFrom(from);
            content.setTo(message.recipient);
            content.setSubject(message.subject);
            content.setText(message.body);
            if (!message.calendar.isEmpty())
                content.addAttachment(
                        "event.ics",
                        new ByteArrayResource(message.calendar.getBytes(StandardCharsets.UTF_8)),
                        "text/calendar; charset=UTF-8");
            return letter;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }
}
