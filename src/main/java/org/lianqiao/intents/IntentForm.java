package org.lianqiao.intents;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/**
 * The one page of an intent. What it is about stands in hidden fields; at most eight are seen. A draft may be
 * incomplete: {@link IntentSubmissions} checks what a submission needs.
 *
 * @param token names this one filling-in, so that a second click sends nothing twice; for a visitor also the way back
 * @param member the enterprise for which an association acts
 * @param amountWan in 万元
 */
record IntentForm(
        String token,
        String need,
        String project,
        String region,
        String member,
        @Size(max = 120, message = "{intents.tooLong}") String enterpriseName,
        @Size(max = 40, message = "{intents.tooLong}") String uscc,
        @Size(max = 60, message = "{intents.tooLong}") String contactName,
        @Size(max = 30, message = "{intents.tooLong}") String contactPhone,
        @Nullable SiteFunction function,

        @DecimalMin(value = "0.01", message = "{intents.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{intents.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{intents.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @Size(max = 500, message = "{intents.tooLong}") String message,
        @Nullable Boolean ownerMaySee,
        @Nullable Boolean consent) {
    IntentForm {
        token = Objects.requireNonNullElse(token, "");
        need = Objects.requireNonNullElse(need, "");
        project = Objects.requireNonNullElse(project, "");
        region = Objects.requireNonNullElse(region, "");
        member = Objects.requireNonNullElse(member, "");
        enterpriseName = Objects.requireNonNullElse(enterpriseName, "");
        uscc = Objects.requireNonNullElse(uscc, "");
        contactName = Objects.requireNonNullElse(contactName, "");
        contactPhone = Objects.requireNonNullElse(contactPhone, "");
        message = Objects.requireNonNullElse(message, "");
    }
}
