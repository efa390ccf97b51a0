package org.lianqiao.matching.ranking;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/**
 * Which enterprises a reader may be told of: who works for a government, all that are registered or came in from a list,
 * and what the own office noted; everybody else, those who are registered and did not ask to be left out.
 *
 * @param members who agreed that the reader's association acts for them: known to it in any case
 */
public record Sight(boolean staff, @Nullable UUID organization, Set<UUID> members) {
    public static Sight of(Viewer viewer, Set<UUID> members) {
        return new Sight(viewer.kind() != null && viewer.kind().isGovernment(), viewer.organizationId(), members);
    }

    boolean reaches(MatchIndex.Enterprise enterprise) {
        if (members.contains(enterprise.id()) || enterprise.id().equals(organization)) return true;
        var known = enterprise.known();
        return staff
                ? known.staff() || organization != null && known.offices().contains(organization)
                : known.members();
    }
}
