package org.lianqiao.agreements;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a party owes, as it is entered. */
record CommitmentForm(
        @NotNull(message = "{agreements.required.heading}") @Nullable
        Heading heading,

        @Size(min = 4, max = 300, message = "{agreements.content.size}")
        String content,

        @NotNull(message = "{agreements.required.debtor}") @Nullable
        UUID debtor,

        @NotNull(message = "{agreements.required.due}") @Nullable
        LocalDate due) {
    CommitmentForm {
        content = Objects.requireNonNullElse(content, "").strip();
    }
}
