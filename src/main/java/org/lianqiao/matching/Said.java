package org.lianqiao.matching;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;

/**
 * What somebody said of a match, and did not take back.
 *
 * @param nodeId where the need stands in its chain
 * @param givenFor the organisation that says it, and its kind and name
 */
record Said(
        UUID needId,
        @Nullable UUID nodeId,
        UUID organizationId,
        Verdict verdict,
        @Nullable Unsuitable reason,
        String note,
        UUID givenFor,
        OrganizationKind kind,
        String by,
        OffsetDateTime givenAt) {
    boolean isInvitation() {
        return verdict == Verdict.INVITED;
    }

    /** Whether the enterprise itself says so. */
    boolean isItsOwn() {
        return givenFor.equals(organizationId);
    }

    /** Whether somebody else doubted what it makes at this node, and not its price or place. */
    boolean isDoubtAt(@Nullable UUID node) {
        return node != null && node.equals(nodeId) && reason != null && reason.isDoubt() && !isItsOwn();
    }
}
