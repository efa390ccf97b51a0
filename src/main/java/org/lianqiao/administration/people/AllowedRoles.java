package org.lianqiao.administration.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;

/** Which roles a person may hold in an organisation of which kind. */
final class AllowedRoles {
    private static final Set<Role> ADMINISTRATIONS = EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    private AllowedRoles() {}

    /** @param operator whether the organisation runs the portal */
    static List<Role> in(OrganizationKind kind, boolean operator) {
        if (operator) return List.of(Role.REVIEW_ADMIN, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);
        return switch (kind) {
            case OFFICE -> List.of(Role.OFFICER, Role.LEAD, Role.REVIEWER);
            case DEPARTMENT -> List.of(Role.OFFICER, Role.LEAD);
            case ASSOCIATION, ENTERPRISE, PARK -> List.of(Role.MEMBER, Role.MANAGER);
        };
    }

    /** Whether these are two of system, security and audit administration, which never meet in one person. */
    static boolean clash(Set<Role> roles) {
        return roles.stream().filter(ADMINISTRATIONS::contains).count() > 1;
    }
}
