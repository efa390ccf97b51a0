package org.lianqiao.intents;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;

/** One line of an intent's history; only appended. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class IntentChange {
    @Id
    private UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    private IntentAction action;

    private String reason;
    private @Nullable UUID fromOfficeId;
    private @Nullable UUID toOfficeId;
    private @Nullable UUID changedBy;
    private Instant changedAt;

    IntentChange(
            IntentAction action, String reason, @Nullable UUID from, @Nullable UUID to, @Nullable UUID by, Instant at) {
        this.action = action;
        this.reason = reason;
        fromOfficeId = from;
        toOfficeId = to;
        changedBy = by;
        changedAt = at;
    }
}
