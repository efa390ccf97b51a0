package org.lianqiao.intents;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** How soon an office answers an intent. */
@Component
@RequiredArgsConstructor
class IntentTerms {
    private static final int ANSWER_DAYS = 3;

    private final Settings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** In working days. */
    int answerDays() {
        return settings.number("intents.answer-days", ANSWER_DAYS);
    }

    LocalDate answerDue() {
        return calendar.after(LocalDate.now(clock), answerDays());
    }
}
