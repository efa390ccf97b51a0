package org.lianqiao.prospects.requests;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is entered.
 *
 * @param office who is to answer (责任单位)
 * @param measure 拟解决措施, where it is known already
 */
record RequestForm(
        @Size(min = 2, max = 300, message = "{requests.text.size}")
        String text,

        @NotNull(message = "{requests.required.office}") @Nullable
        UUID office,

        @Size(max = 500, message = "{requests.tooLong}") String measure,

        @NotNull(message = "{requests.required.due}") @Nullable
        LocalDate due) {
    RequestForm {
        text = Objects.requireNonNullElse(text, "").strip();
        measure = Objects.requireNonNullElse(measure, "").strip();
    }
}
