package org.lianqiao.prospects.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is overdue, in a list.
 *
 * @param person whom it reaches now
 */
record AlertRow(
        UUID id,
        UUID prospectId,
        @Nullable UUID requestId,
        AlertKind kind,
        AlertLevel level,
        String enterprise,
        String matter,
        LocalDate dueOn,
        String person,
        boolean open) {
    /** Where one acts on it. */
    public String link() {
        return requestId == null ? "/ledger/" + prospectId : "/ledger/requests/" + requestId;
    }
}
