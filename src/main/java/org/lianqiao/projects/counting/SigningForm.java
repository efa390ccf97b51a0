package org.lianqiao.projects.counting;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What was signed for the project as a whole.
 *
 * @param amountWan in 万元: the whole sum after it; for a new investor the investor's own
 * @param investor the one that joined, by name; for that kind alone
 * @param paper 协议名称 or 文号
 */
record SigningForm(
        @NotNull(message = "{counting.required.kind}") @Nullable
        SigningKind kind,

        @NotNull(message = "{counting.required.signedOn}")
        @PastOrPresent(message = "{counting.signedOn.future}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate signedOn,

        @NotNull(message = "{projects.amount.range}")
        @DecimalMin(value = "0.01", message = "{projects.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{projects.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{projects.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @Size(max = 120, message = "{projects.tooLong}") String investor,

        @Size(min = 2, max = 120, message = "{counting.paper.size}")
        String paper,

        @Nullable UUID event,
        @Nullable UUID agreement) {
    static final SigningForm BLANK = new SigningForm(null, null, null, "", "", null, null);

    SigningForm {
        investor = Objects.requireNonNullElse(investor, "");
        paper = Objects.requireNonNullElse(paper, "");
    }
}
