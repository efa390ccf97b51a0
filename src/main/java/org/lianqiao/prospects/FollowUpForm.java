package org.lianqiao.prospects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up in one line: how, what was said, what comes next, who does it and until when.
 *
 * @param on when it took place; today where nothing is said
 * @param done the open step that this follow-up completes
 */
record FollowUpForm(
        @NotNull(message = "{prospects.required.channel}") @Nullable
        Channel channel,

        @Size(max = 500, message = "{prospects.tooLong}") String text,
        @Nullable LocalDate on,
        @Size(max = 120, message = "{prospects.tooLong}") String nextStep,
        @Nullable UUID nextOwner,
        @Nullable LocalDate nextDue,
        @Nullable UUID done) {
    FollowUpForm {
        text = Objects.requireNonNullElse(text, "");
        nextStep = Objects.requireNonNullElse(nextStep, "");
    }
}
