package org.lianqiao.prospects.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the enterprise told an office, which writes down when and by what it can be shown. */
record ConsentForm(
        @NotNull(message = "{prospects.transfer.required.on}")
        @PastOrPresent(message = "{prospects.transfer.required.on}")
        @Nullable
        LocalDate on,

        @Size(min = 2, max = 200, message = "{prospects.transfer.required.evidence}")
        String evidence) {
    ConsentForm {
        evidence = Objects.requireNonNullElse(evidence, "");
    }
}
