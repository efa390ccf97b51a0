package org.lianqiao.intents;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of intents.
 *
 * @param title what it is about; empty where there is no particular target
 * @param office who answers; empty where nobody is named yet
 * @param late whether the answer is overdue
 */
record IntentRow(
        UUID id,
        @Nullable String number,
        IntentState state,
        IntentTarget target,
        String title,
        String enterprise,
        String office,
        @Nullable String submittedOn,
        @Nullable LocalDate dueOn,
        boolean late) {}
