package org.lianqiao.events.wishes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another guest, as one reads of him when choosing whom to meet: never his name in full, never his contact.
 *
 * @param reasons why the two may fit, in the reader's language
 */
record Candidate(
        UUID id,
        String badge,
        String name,
        String position,
        String organization,
        String region,
        String chain,
        String about,
        List<String> reasons,
        @Nullable WishKind wish) {
    public boolean is(WishKind kind) {
        return wish == kind;
    }
}
