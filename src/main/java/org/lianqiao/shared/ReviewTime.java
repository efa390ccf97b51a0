package org.lianqiao.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How long a region's reviewers have; what waits for longer is the review administrator's too. */
@Component
@RequiredArgsConstructor
public class ReviewTime {
    private static final int USUAL_DAYS = 2;

    private final Settings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** In working days. */
    public int days() {
        return settings.number("reviews.days", USUAL_DAYS);
    }

    /** What was submitted before this instant waits for too long. */
    public OffsetDateTime lateBefore() {
        return calendar.before(LocalDate.now(clock), days())
                .atStartOfDay(Time.ZONE)
                .toOffsetDateTime();
    }

    /** The day by which an answer is due. */
    public LocalDate answerBy(OffsetDateTime submitted) {
        return calendar.after(submitted.atZoneSameInstant(Time.ZONE).toLocalDate(), days());
    }
}
