package org.lianqiao.prospects.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its readers see it.
 *
 * @param ours whether the viewer's office is to answer
 * @param asked whether the viewer's office asked
 * @param open whether the viewer may look at the prospect itself
 */
record RequestRow(
        UUID id,
        UUID prospectId,
        String enterprise,
        String matter,
        String text,
        String measure,
        UUID officeId,
        String office,
        String handler,
        LocalDate dueOn,
        RequestState state,
        String askedOffice,
        String askedBy,
        LocalDate askedOn,
        @Nullable LocalDate answeredOn,
        boolean late,
        boolean ours,
        boolean asked,
        boolean open,
        long version) {
    public boolean isAnswered() {
        return state == RequestState.ANSWERED;
    }

    /** Whether the viewer's office does something with it. */
    public boolean isActed() {
        return ours || asked;
    }
}
