package org.lianqiao.needs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/**
 * A need as its page shows it, to everybody, to its owner and to its reviewer.
 *
 * @param owner empty where it wants not to be named and the reader is neither owner nor reviewer
 * @param origin the proposal that it came out of, if any
 * @param history only for owner and reviewer
 */
record NeedPage(
        UUID id,
        String number,
        NeedState state,
        NeedDirection direction,
        NeedKind kind,
        NeedSubject subject,
        @Nullable ResourceKind resource,
        String title,
        String titleEn,
        String description,
        String owner,
        boolean anonymous,
        @Nullable UUID chainId,
        String chain,
        String chainCode,
        @Nullable UUID nodeId,
        String node,
        @Nullable String regionCode,
        String region,
        @Nullable SiteFunction function,
        @Nullable Money amount,
        @Nullable BigDecimal quantity,
        String quantityUnit,
        @Nullable BigDecimal siteArea,
        @Nullable BigDecimal floorHeight,
        @Nullable BigDecimal floorLoad,
        @Nullable BigDecimal power,
        @Nullable Tenure tenure,
        String policyNumber,
        @Nullable LocalDate policyValidUntil,
        @Nullable LocalDate expiresOn,
        @Nullable Instant publishedAt,
        long version,
        @Nullable Origin origin,
        List<Change> history) {

    /** What the chain map had proposed, and why. */
    record Origin(NeedKind kind, String href, String node, String evidence, Instant at) {}

    /** @param by the person's name; empty for what the portal did by itself */
    record Change(NeedState to, String reason, String by, Instant at) {}

    /** The same content as a form, to edit it. */
    NeedForm form() {
        return new NeedForm(
                direction,
                kind,
                subject,
                resource,
                title,
                titleEn,
                description,
                nodeId,
                regionCode,
                function,
                amount == null ? null : amount.wan(),
                quantity,
                quantityUnit,
                siteArea,
                floorHeight,
                floorLoad,
                power,
                tenure,
                policyNumber,
                policyValidUntil,
                anonymous,
                expiresOn,
                version);
    }
}
