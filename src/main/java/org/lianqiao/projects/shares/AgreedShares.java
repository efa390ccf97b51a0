package org.lianqiao.projects.shares;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.lianqiao.projects.FairCompetition;

/** One measure's shares. @param basis on what the parties agreed */
public record AgreedShares(String measure, String basis, String by, Instant at, long version, List<Part> parts) {
    /** What one region counts. @param percent of the whole, without needless zeros */
    public record Part(String regionCode, String region, BigDecimal percent) {}

    /** Whether the basis seems to tie a reward to tax. */
    public boolean isSuspect() {
        return FairCompetition.tiesRewardToTax(basis);
    }
}
