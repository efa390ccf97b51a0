package org.lianqiao.agreements;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commitment with its history.
 *
 * @param party whether the reader's organisation has signed the agreement
 * @param changes the latest first
 */
record CommitmentPage(CommitmentRow row, boolean party, List<Change> changes) {

    /** @param at in Beijing time */
    record Change(
            CommitmentAction action,
            LocalDateTime at,
            String organization,
            String by,
            String note,
            @Nullable UUID fileId,
            @Nullable String fileName) {}

    /** What the reader may do next. */
    public List<CommitmentAction> steps() {
        if (!party) return List.of();
        if (row.ours() && row.state() == CommitmentState.PROPOSED)
            return List.of(CommitmentAction.CONFIRMED, CommitmentAction.REFUSED);
        if (!row.state().isOwed()) return List.of();
        return row.ours()
                ? List.of(
                        CommitmentAction.PROGRESS,
                        CommitmentAction.DONE,
                        CommitmentAction.DUE,
                        CommitmentAction.DROPPED)
                : List.of(CommitmentAction.URGED);
    }
}
