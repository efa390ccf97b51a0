package org.lianqiao.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the person is told. @param state done as asked, or refused with the reason */
record PersonalDataAnswer(
        @NotNull(message = "{audit.request.required.state}") @Nullable
        PersonalDataState state,

        @NotBlank(message = "{audit.request.required.answer}") @Size(max = 1000, message = "{audit.tooLong}")
        String answer) {
    PersonalDataAnswer {
        answer = Objects.requireNonNullElse(answer, "");
    }
}
