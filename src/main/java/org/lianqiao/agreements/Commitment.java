package org.lianqiao.agreements;

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

/** What one party of an agreement owes the others. The only door to its state. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Commitment extends BaseEntity<Commitment> {
    /** So often may the same debt be urged, in days. */
    static final int URGE_EVERY = 7;

    private UUID agreementId;

    @Enumerated(EnumType.STRING)
    private Heading heading;

    private String content;
    private UUID debtorId;
    private @Nullable UUID ownerId;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private CommitmentState state;

    private @Nullable LocalDate doneOn;
    private @Nullable LocalDate urgedOn;
    private @Nullable LocalDate dueNoticedOn;
    private @Nullable LocalDate lateNoticedOn;
    private Instant createdAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "commitment_id", nullable = false, updatable = false)
    private List<CommitmentChange> changes = new ArrayList<>();

    /** Owed at once where the debtor enters it, else once the debtor has confirmed it. */
    Commitment(
            UUID agreement,
            Heading heading,
            String content,
            UUID debtor,
            LocalDate due,
            boolean own,
            Viewer by,
            Instant at) {
        agreementId = agreement;
        this.heading = heading;
        this.content = content;
        debtorId = debtor;
        dueOn = due;
        state = own ? CommitmentState.OPEN : CommitmentState.PROPOSED;
        ownerId = own ? by.account() : null;
        createdAt = at;
        changes.add(new CommitmentChange(CommitmentAction.ENTERED, "", null, by, at));
    }

    /** The debtor takes it on; who confirms looks after it until somebody else is named. */
    void confirm(Viewer by, Instant at) {
        require(state == CommitmentState.PROPOSED);
        state = CommitmentState.OPEN;
        ownerId = by.account();
        changes.add(new CommitmentChange(CommitmentAction.CONFIRMED, "", null, by, at));
    }

    void refuse(String reason, Viewer by, Instant at) {
        require(state == CommitmentState.PROPOSED);
        state = CommitmentState.REFUSED;
        changes.add(new CommitmentChange(CommitmentAction.REFUSED, reason, null, by, at));
    }

    void progress(String note, @Nullable UUID evidence, Viewer by, Instant at) {
        require(state.isOwed());
        state = CommitmentState.ACTIVE;
        changes.add(new CommitmentChange(CommitmentAction.PROGRESS, note, evidence, by, at));
    }

    /** Another day: the warnings begin anew. */
    void postpone(LocalDate due, String reason, Viewer by, Instant at) {
        require(state.isOwed());
        if (due.equals(dueOn)) throw Refused.at("on", "agreements.refused.sameDay");
        var from = dueOn;
        dueOn = due;
        dueNoticedOn = null;
        lateNoticedOn = null;
        changes.add(new CommitmentChange(CommitmentAction.DUE, from + " → " + due + " " + reason, null, by, at));
    }

    void keep(LocalDate on, String note, @Nullable UUID evidence, Viewer by, Instant at) {
        require(state.isOwed());
        state = CommitmentState.DONE;
        doneOn = on;
        changes.add(new CommitmentChange(CommitmentAction.DONE, note, evidence, by, at));
    }

    void drop(String reason, Viewer by, Instant at) {
        require(state.isOwed());
        state = CommitmentState.DROPPED;
        changes.add(new CommitmentChange(CommitmentAction.DROPPED, reason, null, by, at));
    }

    /** Another party asks how it stands; once a week at most. */
    void urge(LocalDate today, Viewer by, Instant at) {
        require(state.isOwed());
        if (urgedOn != null && urgedOn.plusDays(URGE_EVERY).isAfter(today))
            throw new Refused("agreements.refused.urged", urgedOn);
        urgedOn = today;
        changes.add(new CommitmentChange(CommitmentAction.URGED, "", null, by, at));
    }

    private void require(boolean allowed) {
        if (!allowed) throw new Refused("agreements.refused." + state);
    }
}
