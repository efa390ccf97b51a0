package org.lianqiao.shared;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks: a person acting for one organisation, with the roles held there. It stands in the session, so that asking
 * costs no query; whatever changes it ends the person's sessions.
 *
 * @param organizationRegion where the organisation is; null where not known
 * @param allianceId the alliance that the organisation's region belongs to; null outside
 * @param side the side of that alliance, as its code; null outside and for the joint office
 * @param coordinating whether the organisation coordinates its side
 * @param joint whether the organisation is the alliance's joint office (联合专班)
 */
public record Viewer(
        @Nullable UUID accountId,
        String name,
        @Nullable UUID organizationId,
        String organizationName,
        @Nullable OrganizationKind kind,
        @Nullable String organizationRegion,
        @Nullable UUID allianceId,
        @Nullable String side,
        boolean coordinating,
        boolean joint,
        Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    /** Somebody who has not signed in. */
    public static final Viewer VISITOR = new Viewer(null, "", null, "", null, null, null, null, false, false, Set.of());

    public Viewer {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return String.valueOf(accountId);
    }

    public boolean isSignedIn() {
        return accountId != null;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the person works the ledger: 经办 or 科长 of an office or department. */
    public boolean isOfficer() {
        return kind != null && kind.isGovernment() && (has(Role.OFFICER) || has(Role.LEAD));
    }

    public boolean isLead() {
        return kind != null && kind.isGovernment() && has(Role.LEAD);
    }

    /** Whether the person answers for the work of others: 科长, whoever coordinates a side, the joint office. */
    public boolean oversees() {
        return isLead() || isOfficer() && (coordinating || joint);
    }

    /** Whether the person speaks for an enterprise, an association or a park. */
    public boolean isMember() {
        return kind != null && !kind.isGovernment() && (has(Role.MEMBER) || has(Role.MANAGER));
    }

    public boolean isAdministrator() {
        return has(Role.SYSTEM_ADMIN) || has(Role.SECURITY_ADMIN) || has(Role.REVIEW_ADMIN) || has(Role.AUDITOR);
    }

    /** The signed-in person. @throws Forbidden for a visitor */
    public UUID account() {
        if (accountId == null) throw new Forbidden();
        return accountId;
    }

    /** The organisation acted for. @throws Forbidden for a visitor */
    public UUID organization() {
        if (organizationId == null) throw new Forbidden();
        return organizationId;
    }

    /** Lets pass who may. @throws Forbidden otherwise */
    public void require(boolean allowed) {
        if (!allowed) throw new Forbidden();
    }
}
