package org.lianqiao.projects.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * The paper that records a consultation.
 *
 * @param number 文号
 */
record RecordForm(
        @NotNull(message = "{consultation.required.paper}") @Nullable
        Paper paper,

        @Size(min = 2, max = 60, message = "{consultation.number.size}")
        String number,

        @NotNull(message = "{consultation.required.on}")
        @PastOrPresent(message = "{consultation.on.future}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate on,

        @Size(max = 1000, message = "{projects.tooLong}") String conclusion,
        @Nullable MultipartFile file) {
    RecordForm {
        number = Objects.requireNonNullElse(number, "");
        conclusion = Objects.requireNonNullElse(conclusion, "");
    }
}
