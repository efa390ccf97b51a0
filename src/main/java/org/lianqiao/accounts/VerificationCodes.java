package org.lianqiao.accounts;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Six digits sent to a phone or a mail address prove that it is the person's: 10 minutes, five attempts, one use. */
@Service
@RequiredArgsConstructor
public class VerificationCodes {
    private static final int MOST_AN_HOUR = 5;
    private static final int MOST_ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Choices choices;

    /** Sends a fresh code; at most five an hour to one address. */
    @Transactional
    public void send(String purpose, String target, UUID subject) {
        send(purpose, target, subject, true);
    }

    /**
     * Does the same whether or not there is somebody to send it to, so that neither the answer nor its time tells.
     *
     * @param known whether the code is really sent
     */
    @Transactional
    void send(String purpose, String target, UUID subject, boolean known) {
        int sent = jdbc.sql(
                        "select count(*) from verification_code where target = ? and created_at > now() - interval '1 hour'")
                .param(target)
                .query(Integer.class)
                .single();
        if (sent >= MOST_AN_HOUR) throw new Refused("accounts.code.tooMany");
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        var id = Ids.next();
        jdbc.sql("""
                insert into verification_code (id, purpose, channel, target, subject_id, code_hash, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, now(), now() + interval '10 minutes')
                """)
                .params(id, purpose, target.contains("@") ? "MAIL" : "SMS", target, subject, Tokens.digest(id + code))
                .update();
        if (known)
            events.publishEvent(Message.to(
                    target, choices.text("accounts.code.subject"), choices.text("accounts.code.body", code)));
    }

    /**
     * The address that the latest code of the subject proves; nothing where the code is wrong. Every try counts.
     *
     * @param typed six digits; spaces and full-width digits are forgiven
     */
    @Transactional
    public Optional<String> confirmed(String purpose, UUID subject, String typed) {
        record Sent(UUID id, String codeHash, String target) {}
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return jdbc.sql("""
                update verification_code set attempts = attempts + 1 where id = (select id from verification_code
                   where subject_id = ? and purpose = ? and used_at is null order by created_at desc limit 1)
                   and expires_at > now() and attempts < ? returning id, code_hash, target
                """)
                .params(subject, purpose, MOST_ATTEMPTS)
                .query(Sent.class)
                .optional()
                .filter(sent -> Tokens.digest(sent.id + digits).equals(sent.codeHash))
                .filter(sent -> use(sent.id))
                .map(Sent::target);
    }

    private boolean use(UUID code) {
        return jdbc.sql("update verification_code set used_at = now() where id = ? and used_at is null")
                        .param(code)
                        .update()
                == 1;
    }
}
