package org.lianqiao.events.outcomes;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param worth from 1 to 5, as it was typed */
record FeedbackForm(
        @Pattern(regexp = "[1-5]", message = "{events.feedback.worth.choose}")
        String worth,

        @NotNull(message = "{events.feedback.found.choose}") @Nullable
        Found found,

        @Size(max = 500, message = "{events.tooLong}") String words) {
    FeedbackForm {
        worth = Objects.requireNonNullElse(worth, "");
        words = Objects.requireNonNullElse(words, "");
    }
}
