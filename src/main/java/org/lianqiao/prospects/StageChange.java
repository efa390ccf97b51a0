package org.lianqiao.prospects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;

/** Who moved a prospect, when, why and on what paper; only appended. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class StageChange {
    @Id
    private UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    private Move move;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage fromStage;

    @Enumerated(EnumType.STRING)
    private Stage toStage;

    private String reason;
    private @Nullable LocalDate happenedOn;
    private @Nullable UUID fileId;

    @Enumerated(EnumType.STRING)
    private @Nullable Landing landing;

    private String documentNumber = "";

    @Enumerated(EnumType.STRING)
    private @Nullable DropReason dropReason;

    private @Nullable UUID changedBy;
    private Instant changedAt;

    StageChange(Move move, Stage from, Stage to, String reason, UUID by, Instant at) {
        this.move = move;
        fromStage = from;
        toStage = to;
        this.reason = reason;
        changedBy = by;
        changedAt = at;
    }

    StageChange on(@Nullable LocalDate day, @Nullable Landing how, String document, @Nullable UUID file) {
        happenedOn = day;
        landing = how;
        documentNumber = document;
        fileId = file;
        return this;
    }

    StageChange because(DropReason why) {
        dropReason = why;
        return this;
    }
}
