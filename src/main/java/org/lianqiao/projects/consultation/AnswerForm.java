package org.lianqiao.projects.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param text the change that is asked for, or the reason of a no; needed for both */
record AnswerForm(
        @NotNull(message = "{consultation.required.answer}") @Nullable
        Answer answer,

        @Size(max = 1000, message = "{projects.tooLong}") String text) {
    AnswerForm {
        text = Objects.requireNonNullElse(text, "");
    }
}
