package org.lianqiao.shared;

import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How long a draft is kept that nobody goes on with: personal data that serve no purpose are not held for long. */
@Component
@RequiredArgsConstructor
public class DraftAge {
    private static final int USUAL_DAYS = 30;

    private final Settings settings;
    private final Clock clock;

    /** What was begun before this instant is abandoned. */
    public OffsetDateTime abandonedBefore() {
        return OffsetDateTime.now(clock).minusDays(settings.number("drafts.days", USUAL_DAYS));
    }
}
