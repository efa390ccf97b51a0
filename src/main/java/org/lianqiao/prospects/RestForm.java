package org.lianqiao.prospects;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a prospect is paused, dropped or reopened; until when, or for which reason of the list. */
record RestForm(
        @Nullable LocalDate reviewOn,
        @Nullable DropReason why,
        @Size(max = 300, message = "{prospects.tooLong}") String reason) {
    RestForm {
        reason = Objects.requireNonNullElse(reason, "");
    }
}
