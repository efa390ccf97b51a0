package org.lianqiao.projects;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * One home of a project.
 *
 * @param areaMu in 亩
 * @param amountWan in 万元
 * @param aloneReason why the office signs alone what all have not agreed on; empty where it does not
 */
record SiteForm(
        @NotNull(message = "{projects.required.function}") @Nullable
        SiteFunction function,

        @NotBlank(message = "{projects.required.region}") @Nullable
        String regionCode,

        @Nullable UUID parkId,

        @DecimalMin(value = "0.1", message = "{projects.number.range}")
        @DecimalMax(value = "100000", message = "{projects.number.range}")
        @Digits(integer = 6, fraction = 2, message = "{projects.number.range}")
        @Nullable
        BigDecimal areaMu,

        @DecimalMin(value = "0.01", message = "{projects.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{projects.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{projects.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @NotNull(message = "{projects.required.stage}") @Nullable
        SiteStage stage,

        @Nullable UUID responsibleId,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate signedOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate startedOn,

        @Size(max = 500, message = "{projects.tooLong}") String note,
        @Size(max = 300, message = "{projects.tooLong}") String aloneReason,
        @Nullable Long version) {
    SiteForm {
        note = Objects.requireNonNullElse(note, "");
        aloneReason = Objects.requireNonNullElse(aloneReason, "");
    }

    static SiteForm of(ProjectPage.Site saved) {
        var amount = saved.amount();
        var area = saved.area();
        return new SiteForm(
                saved.function(),
                saved.regionCode(),
                saved.parkId(),
                area == null ? null : area.mu(),
                amount == null ? null : amount.wan(),
                saved.stage(),
                saved.responsibleId(),
                saved.signedOn(),
                saved.startedOn(),
                saved.note(),
                "",
                saved.version());
    }
}
