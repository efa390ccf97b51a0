package org.lianqiao.prospects.requests;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Viewer;

/** Who did what with a request, and when. */
@Entity
@Table(name = "enterprise_request_step")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RequestStep {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RequestAction action;

    private String note;
    private UUID officeId;
    private UUID takenBy;
    private Instant takenAt;

    RequestStep(RequestAction action, String note, Viewer by, Instant at) {
        id = Ids.next();
        this.action = action;
        this.note = note;
        officeId = by.organization();
        takenBy = by.account();
        takenAt = at;
    }
}
