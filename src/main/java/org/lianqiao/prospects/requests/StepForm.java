package org.lianqiao.prospects.requests;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a request.
 *
 * @param office to whom it goes, for {@link RequestAction#REASSIGN}
 * @param due the new day, for {@link RequestAction#REOPEN}
 * @param version of the request that was looked at
 */
record StepForm(
        @NotNull(message = "{requests.required.action}") @Nullable
        RequestAction action,

        @Size(max = 500, message = "{requests.tooLong}") String note,
        @Nullable UUID office,
        @Nullable LocalDate due,
        @Nullable Long version) {
    StepForm {
        note = Objects.requireNonNullElse(note, "").strip();
    }
}
