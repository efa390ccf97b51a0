package org.lianqiao.intents;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of those who have sent an intent: by its number who signs in, by its link who does not. */
@Service
@RequiredArgsConstructor
class Intents {
    private final IntentRepository intents;
    private final IntentTerms terms;
    private final IntentNews news;
    private final Clock clock;

    @Transactional
    void answer(UUID id, String answer, Viewer sender) {
        answer(intents.findForSender(sender, id).orElseThrow(NotFound::new), answer, sender);
    }

    @Transactional
    void answer(String token, String answer) {
        answer(byToken(token), answer, Viewer.VISITOR);
    }

    private void answer(Intent intent, String answer, Viewer sender) {
        if (answer.isBlank()) throw Refused.at("text", "intents.required.text");
        intent.answer(answer, sender.accountId(), terms.answerDue(), clock.instant());
        saved(intent, "intent.answer", sender);
        news.tellOffice(intent, "intents.notice.ANSWERED");
    }

    @Transactional
    void withdraw(UUID id, Viewer sender) {
        withdraw(intents.findForSender(sender, id).orElseThrow(NotFound::new), sender);
    }

    @Transactional
    void withdraw(String token) {
        withdraw(byToken(token), Viewer.VISITOR);
    }

    private void withdraw(Intent intent, Viewer sender) {
        intent.withdraw("", sender.accountId(), clock.instant());
        saved(intent, "intent.withdraw", sender);
        if (intent.getNumber() != null) news.tellOffice(intent, "intents.notice.WITHDRAWN");
    }

    private Intent byToken(String token) {
        if (!Tokens.isOne(token)) throw new NotFound();
        return intents.findByToken(Tokens.digest(token)).orElseThrow(NotFound::new);
    }

    private void saved(Intent intent, String action, Viewer by) {
        intents.write(intent);
        news.record(action, intent, by);
    }
}
