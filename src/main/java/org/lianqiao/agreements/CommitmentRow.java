package org.lianqiao.agreements;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in a list.
 *
 * @param ours whether the reader's organisation owes it
 * @param last what was last said of it; empty where nothing was
 */
record CommitmentRow(
        UUID id,
        UUID agreementId,
        String agreement,
        Heading heading,
        String content,
        UUID debtorId,
        String debtor,
        @Nullable String owner,
        LocalDate dueOn,
        CommitmentState state,
        @Nullable LocalDate doneOn,
        boolean ours,
        boolean late,
        String last) {}
