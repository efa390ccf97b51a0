package org.lianqiao.agreements;

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
import org.lianqiao.shared.Viewer;

/** One line of a commitment's history; only appended. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CommitmentChange {
    @Id
    private UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    private CommitmentAction action;

    private String note;
    private @Nullable UUID fileId;
    private UUID changedBy;
    private UUID organizationId;
    private Instant changedAt;

    CommitmentChange(CommitmentAction action, String note, @Nullable UUID file, Viewer by, Instant at) {
        this.action = action;
        this.note = note;
        fileId = file;
        changedBy = by.account();
        organizationId = by.organization();
        changedAt = at;
    }
}
