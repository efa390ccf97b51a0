package org.lianqiao.needs;

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

/** Who moved a need, when and why; appended only. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class NeedChange {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private @Nullable NeedState fromState;

    @Enumerated(EnumType.STRING)
    private NeedState toState;

    private String reason;
    private @Nullable UUID changedBy;
    private Instant changedAt;

    NeedChange(@Nullable NeedState from, NeedState to, String reason, @Nullable UUID by, Instant at) {
        id = Ids.next();
        fromState = from;
        toState = to;
        this.reason = reason;
        changedBy = by;
        changedAt = at;
    }
}
