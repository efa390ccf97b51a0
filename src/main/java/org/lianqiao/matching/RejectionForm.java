package org.lianqiao.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 不合适，因为…: a reason from the list, and words where the list does not say it. */
record RejectionForm(
        @NotNull(message = "{matching.required.reason}") @Nullable
        Unsuitable reason,

        @Size(max = 200, message = "{matching.tooLong}") String note) {
    static final RejectionForm EMPTY = new RejectionForm(null, "");

    RejectionForm {
        note = Objects.requireNonNullElse(note, "");
    }
}
