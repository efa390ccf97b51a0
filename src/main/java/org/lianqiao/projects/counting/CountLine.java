package org.lianqiao.projects.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;

/**
 * One signing and what of it counts.
 *
 * @param signingId nothing where a site's own signing stands for it
 * @param kind a {@link SigningKind}, or SITE
 * @param basis why: FIRST, INCREMENT, INVESTOR, NO_SUM
 * @param what the site, the investor, the agreement or the event it belongs to; empty where none
 */
record CountLine(
        @Nullable UUID signingId,
        String kind,
        LocalDate signedOn,
        BigDecimal amountYuan,
        int countedProjects,
        String basis,
        BigDecimal countedYuan,
        String what,
        String paper) {
    public @Nullable Money amount() {
        return amountYuan.signum() == 0 ? null : Money.ofYuan(amountYuan);
    }

    public @Nullable Money counted() {
        return countedYuan.signum() == 0 ? null : Money.ofYuan(countedYuan);
    }
}
