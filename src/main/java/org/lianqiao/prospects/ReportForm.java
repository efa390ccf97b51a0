package org.lianqiao.prospects;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;

/**
 * A lead by hand: name, source and next step are enough; the rest may come later.
 *
 * @param confirmed a lead's word that this is another matter of an enterprise that is courted already
 */
record ReportForm(
        @Size(min = 2, max = 120, message = "{prospects.enterprise.size}")
        String enterprise,

        @Size(max = 40, message = "{prospects.tooLong}") String uscc,
        @Size(max = 80, message = "{prospects.tooLong}") String matter,

        @NotNull(message = "{prospects.required.source}") @Nullable
        LeadSource source,

        @Size(max = 80, message = "{prospects.tooLong}") String sourceNote,
        @Nullable UUID nodeId,
        @Nullable String regionCode,

        @DecimalMin(value = "0.01", message = "{prospects.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{prospects.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{prospects.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @Size(max = 120, message = "{prospects.tooLong}") String nextStep,
        @Nullable UUID nextOwner,
        @Nullable LocalDate nextDue,
        @Size(max = 60, message = "{prospects.tooLong}") String contactName,
        @Size(max = 40, message = "{prospects.tooLong}") String contactPhone,
        @Nullable Boolean confirmed) {
    ReportForm {
        enterprise = Objects.requireNonNullElse(enterprise, "");
        uscc = Objects.requireNonNullElse(uscc, "");
        matter = Objects.requireNonNullElse(matter, "");
        sourceNote = Objects.requireNonNullElse(sourceNote, "");
        regionCode = regionCode == null || regionCode.isEmpty() ? null : regionCode;
        nextStep = Objects.requireNonNullElse(nextStep, "");
        contactName = Objects.requireNonNullElse(contactName, "");
        contactPhone = Objects.requireNonNullElse(contactPhone, "");
    }
}
