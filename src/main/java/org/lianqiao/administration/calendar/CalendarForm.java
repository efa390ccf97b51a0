package org.lianqiao.administration.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days that differ from the week.
 *
 * @param last nothing for a single day
 * @param working whether offices work on them
 */
record CalendarForm(
        @NotNull(message = "{calendar.required.first}") @Nullable
        LocalDate first,

        @Nullable LocalDate last,
        boolean working,

        @Size(min = 1, max = 20, message = "{calendar.name.size}")
        String name) {
    CalendarForm {
        name = Objects.requireNonNullElse(name, "").strip();
    }
}
