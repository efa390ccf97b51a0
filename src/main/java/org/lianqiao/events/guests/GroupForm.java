package org.lianqiao.events.guests;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * People whom an association brings, a line each.
 *
 * @param agreed that each of them knows and agrees
 */
record GroupForm(
        @Size(max = 20_000, message = "{events.tooLong}") String lines,
        @Nullable Boolean agreed) {
    GroupForm {
        lines = Objects.requireNonNullElse(lines, "");
    }
}
