package org.lianqiao.intents;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/**
 * An office accepted an intent: published within the transaction that accepts, so that the ledger takes it up or the
 * acceptance fails with it.
 *
 * @param office the office that accepted
 * @param matter what the enterprise wants to do (意向事项), 2 to 80 characters
 */
public record IntentAccepted(
        UUID intentId,
        UUID alliance,
        UUID organization,
        UUID office,
        String matter,
        @Nullable UUID chain,
        @Nullable UUID node,
        @Nullable String region,
        @Nullable BigDecimal amountYuan,
        Viewer by) {}
