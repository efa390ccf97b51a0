package org.lianqiao.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/**
 * A line of a list of needs.
 *
 * @param owner the organisation's name; empty where it wants not to be named
 */
record NeedRow(
        UUID id,
        String number,
        String title,
        String owner,
        NeedState state,
        NeedDirection direction,
        NeedKind kind,
        NeedSubject subject,
        String node,
        String region,
        @Nullable SiteFunction function,
        @Nullable Money amount,
        @Nullable Instant publishedAt,
        @Nullable LocalDate expiresOn,
        @Nullable Instant submittedAt) {}
