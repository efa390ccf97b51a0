package org.lianqiao.prospects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A step to the next or the previous stage; what is needed depends on where it leads. */
record StageForm(
        @NotNull(message = "{prospects.refused.step}") @Nullable
        Stage to,

        @Nullable LocalDate on,
        @Nullable Landing landing,
        @Size(max = 80, message = "{prospects.tooLong}") String document,
        @Size(max = 300, message = "{prospects.tooLong}") String reason,
        @Nullable MultipartFile file) {
    StageForm {
        document = Objects.requireNonNullElse(document, "");
        reason = Objects.requireNonNullElse(reason, "");
    }
}
