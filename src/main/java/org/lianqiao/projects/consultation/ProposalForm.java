package org.lianqiao.projects.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the others are asked.
 *
 * @param site the site that is to go to another region; for that kind alone
 * @param toRegion where it goes
 */
record ProposalForm(
        @NotNull(message = "{consultation.required.kind}") @Nullable
        ConsultationKind kind,

        @Size(min = 4, max = 2000, message = "{consultation.question.size}")
        String question,

        @Nullable UUID site,
        @Nullable String toRegion) {
    ProposalForm {
        question = Objects.requireNonNullElse(question, "");
    }
}
