package org.lianqiao.agreements;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What is done with a commitment.
 *
 * @param on the day on which it was kept, or the new day by which it is due
 * @param file the evidence
 */
record StepForm(
        @NotNull(message = "{agreements.required.action}") @Nullable
        CommitmentAction action,

        @Size(max = 500, message = "{agreements.tooLong}") String note,
        @Nullable LocalDate on,
        @Nullable MultipartFile file) {
    StepForm {
        note = Objects.requireNonNullElse(note, "").strip();
    }
}
