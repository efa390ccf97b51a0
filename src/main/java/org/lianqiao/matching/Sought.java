package org.lianqiao.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.needs.NeedDirection;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.needs.NeedSubject;
import org.lianqiao.needs.ResourceKind;
import org.lianqiao.needs.Tenure;
import org.lianqiao.shared.SiteFunction;

/**
 * A published need as matching reads it.
 *
 * @param title as it was written, from which it is read
 * @param shown the title in the reader's language
 * @param owner empty where it wants not to be named to this reader
 * @param own whether it is the reader's own
 */
record Sought(
        UUID id,
        String number,
        String title,
        String shown,
        String description,
        NeedDirection direction,
        NeedKind kind,
        NeedSubject subject,
        @Nullable ResourceKind resource,
        UUID organizationId,
        String owner,
        boolean own,
        @Nullable UUID chainId,
        @Nullable UUID nodeId,
        String node,
        @Nullable String regionCode,
        @Nullable SiteFunction function,
        @Nullable BigDecimal amountYuan,
        @Nullable BigDecimal siteAreaSqm,
        @Nullable BigDecimal floorHeightM,
        @Nullable BigDecimal floorLoadT,
        @Nullable BigDecimal powerKva,
        @Nullable Tenure tenure,
        LocalDate expiresOn,
        OffsetDateTime updatedAt) {
    boolean isSought() {
        return direction == NeedDirection.SEEK;
    }

    /** Whether enterprises are looked for by what they make; sites, capital and resources meet their counterparts. */
    public boolean isAboutProducts() {
        return subject == NeedSubject.PRODUCT || subject == NeedSubject.CAPACITY || subject == NeedSubject.TECHNOLOGY;
    }
}
