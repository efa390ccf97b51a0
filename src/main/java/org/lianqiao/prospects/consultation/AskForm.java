package org.lianqiao.prospects.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/** What a later office wants, and why. */
record AskForm(
        @NotNull(message = "{prospects.consult.required.wish}") @Nullable
        LeadOutcome wish,

        @Nullable SiteFunction function,

        @Size(min = 2, max = 500, message = "{prospects.consult.required.reason}")
        String reason) {
    AskForm {
        reason = Objects.requireNonNullElse(reason, "");
    }
}
