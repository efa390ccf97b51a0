package org.lianqiao.prospects.requests;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.BaseEntity;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;

/** What an enterprise asks for. The only door to its state. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class EnterpriseRequest extends BaseEntity<EnterpriseRequest> {
    private UUID prospectId;
    private String text;
    private String measure;
    private UUID officeId;
    private @Nullable UUID handlerId;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private UUID askedOfficeId;
    private UUID askedBy;
    private Instant askedAt;
    private @Nullable Instant answeredAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private List<RequestStep> steps = new ArrayList<>();

    EnterpriseRequest(UUID prospect, String text, String measure, UUID office, LocalDate due, Viewer by, Instant at) {
        prospectId = prospect;
        this.text = text;
        this.measure = measure;
        officeId = office;
        dueOn = due;
        state = RequestState.WAITING;
        askedOfficeId = by.organization();
        askedBy = by.account();
        askedAt = at;
        note(RequestAction.ASKED, measure, by, at);
    }

    /** The responsible office says what it will do; who says so has it in hand. */
    void work(String how, Viewer by, Instant at) {
        requireOpen();
        measure = how;
        state = RequestState.WORKING;
        take(by);
        note(RequestAction.WORK, how, by, at);
    }

    void answer(String what, Viewer by, Instant at) {
        requireOpen();
        measure = what;
        state = RequestState.ANSWERED;
        answeredAt = at;
        take(by);
        note(RequestAction.ANSWER, what, by, at);
    }

    /** Not served: it is due again on the day named. */
    void reopen(String why, LocalDate due, Viewer by, Instant at) {
        if (state.isOpen()) throw new Refused("requests.refused.open");
        state = RequestState.WORKING;
        answeredAt = null;
        dueOn = due;
        note(RequestAction.REOPEN, why, by, at);
    }

    void reassign(UUID office, String officeName, String why, Viewer by, Instant at) {
        requireOpen();
        if (office.equals(officeId)) throw Refused.at("office", "requests.refused.same");
        officeId = office;
        handlerId = null;
        state = RequestState.WAITING;
        note(RequestAction.REASSIGN, why.isEmpty() ? officeName : officeName + "：" + why, by, at);
    }

    private void take(Viewer by) {
        if (by.organization().equals(officeId)) handlerId = by.account();
    }

    private void requireOpen() {
        if (!state.isOpen()) throw new Refused("requests.refused.answered");
    }

    private void note(RequestAction action, String note, Viewer by, Instant at) {
        steps.add(new RequestStep(action, note, by, at));
    }
}
