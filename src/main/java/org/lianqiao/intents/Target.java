package org.lianqiao.intents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an intent is about, found and named.
 *
 * @param title as the page shows it; empty where there is no particular target
 * @param owner the organisation whose need or project it is
 * @param office the office that answers; nothing where the coordinating offices must assign
 */
record Target(
        IntentTarget kind,
        @Nullable UUID needId,
        @Nullable UUID projectId,
        @Nullable String region,
        String title,
        @Nullable UUID owner,
        UUID alliance,
        @Nullable UUID office,
        @Nullable UUID chain,
        @Nullable UUID node) {}
