package org.lianqiao.needs;

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
import org.lianqiao.shared.SiteFunction;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the owner of a need fills in. A draft may be incomplete; the submission is checked by {@link Need#submit}. What
 * does not belong to the chosen subject falls away.
 *
 * @param amountWan in 万元
 * @param siteArea in ㎡
 * @param version the version that the form was made from; nothing for a new need
 */
record NeedForm(
        @NotNull(message = "{needs.required.direction}") @Nullable
        NeedDirection direction,

        @NotNull(message = "{needs.required.kind}") @Nullable
        NeedKind kind,

        @NotNull(message = "{needs.required.subject}") @Nullable
        NeedSubject subject,

        @Nullable ResourceKind resource,
        @Size(max = 60, message = "{needs.tooLong}") String title,
        @Size(max = 120, message = "{needs.tooLong}") String titleEn,
        @Size(max = 2000, message = "{needs.tooLong}") String description,
        @Nullable UUID nodeId,
        @Nullable String regionCode,
        @Nullable SiteFunction function,

        @DecimalMin(value = "0.01", message = "{needs.amount.range}")
        @DecimalMax(value = Money.MOST_WAN, message = "{needs.amount.range}")
        @Digits(integer = 8, fraction = 4, message = "{needs.amount.range}")
        @Nullable
        BigDecimal amountWan,

        @DecimalMin(value = "0.01", message = "{needs.number.range}")
        @Digits(integer = 12, fraction = 2, message = "{needs.number.range}")
        @Nullable
        BigDecimal quantity,

        @Size(max = 12, message = "{needs.tooLong}") String quantityUnit,

        @DecimalMin(value = "1", message = "{needs.number.range}")
        @Digits(integer = 9, fraction = 2, message = "{needs.number.range}")
        @Nullable
        BigDecimal siteArea,

        @DecimalMin(value = "1", message = "{needs.number.range}")
        @DecimalMax(value = "100", message = "{needs.number.range}")
        @Digits(integer = 3, fraction = 2, message = "{needs.number.range}")
        @Nullable
        BigDecimal floorHeight,

        @DecimalMin(value = "0.1", message = "{needs.number.range}")
        @DecimalMax(value = "100", message = "{needs.number.range}")
        @Digits(integer = 3, fraction = 2, message = "{needs.number.range}")
        @Nullable
        BigDecimal floorLoad,

        @DecimalMin(value = "1", message = "{needs.number.range}")
        @Digits(integer = 7, fraction = 0, message = "{needs.number.range}")
        @Nullable
        BigDecimal power,

        @Nullable Tenure tenure,
        @Size(max = 60, message = "{needs.tooLong}") String policyNumber,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate policyValidUntil,

        @Nullable Boolean anonymous,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate expiresOn,

        @Nullable Long version) {
    static final int LONGEST_TITLE = 60;
    static final int LONGEST_TEXT = 2000;

    NeedForm {
        title = Objects.requireNonNullElse(title, "");
        titleEn = Objects.requireNonNullElse(titleEn, "");
        description = Objects.requireNonNullElse(description, "");
        quantityUnit = Objects.requireNonNullElse(quantityUnit, "");
        policyNumber = Objects.requireNonNullElse(policyNumber, "");
        anonymous = Boolean.TRUE.equals(anonymous);
        if (regionCode != null && regionCode.isEmpty()) regionCode = null;
        if (subject != NeedSubject.RESOURCE) resource = null;
        if (resource != ResourceKind.POLICY) {
            policyNumber = "";
            policyValidUntil = null;
        }
        if (subject != null && !subject.isCounted()) {
            quantity = null;
            quantityUnit = "";
        }
        if (subject != null && subject != NeedSubject.SITE) {
            siteArea = null;
            floorHeight = null;
            floorLoad = null;
            power = null;
            tenure = null;
        }
    }

    /** An empty form for an organisation of a region, at the chain node from which it was asked for. */
    static NeedForm empty(@Nullable String region, @Nullable UUID node, LocalDate expiresOn) {
        return new NeedForm(
                NeedDirection.SEEK,
                NeedKind.FILL,
                NeedSubject.PRODUCT,
                null,
                "",
                "",
                "",
                node,
                region,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                false,
                expiresOn,
                null);
    }

    /** The draft of what was proposed: at its node, in the author's own region. */
    static NeedForm proposed(NeedProposal proposal, @Nullable String region, LocalDate expiresOn) {
        return new NeedForm(
                NeedDirection.SEEK,
                proposal.kind(),
                NeedSubject.PRODUCT,
                null,
                cut(proposal.title(), LONGEST_TITLE),
                "",
                cut(proposal.description(), LONGEST_TEXT),
                proposal.node(),
                region,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                false,
                expiresOn,
                null);
    }

    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
