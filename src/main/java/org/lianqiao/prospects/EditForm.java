package org.lianqiao.prospects;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;

/** What the holder writes about a prospect; the stage and what hangs on it have verbs of their own. */
record EditForm(
        @Size(min = 2, max = 80, message = "{prospects.matter.size}")
        String matter,

        @Size(max = 80, message = "{prospects.tooLong}") String sourceNote,
        @Nullable UUID nodeId,
        @Nullable String regionCode,

        @DecimalMin(value = "0.01", message = "{prospects.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{prospects.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{prospects.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @Size(max = 2000, message = "{prospects.tooLong}") String summary,
        @Nullable Long version) {
    EditForm {
        matter = Objects.requireNonNullElse(matter, "");
        sourceNote = Objects.requireNonNullElse(sourceNote, "");
        summary = Objects.requireNonNullElse(summary, "");
        regionCode = regionCode == null || regionCode.isEmpty() ? null : regionCode;
    }
}
