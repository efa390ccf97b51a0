package org.lianqiao.prospects.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a submitted figure should have been. @param difference to be added to it */
record AdjustForm(
        @NotNull(message = "{reports.required.section}") @Nullable
        Section section,

        @Nullable Integer difference,

        @Size(min = 2, max = 300, message = "{reports.reason.size}")
        String reason) {
    AdjustForm {
        reason = Objects.requireNonNullElse(reason, "").strip();
    }
}
