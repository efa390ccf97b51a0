package org.lianqiao.organizations;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lianqiao.shared.Viewer;

/**
 * Which organisations a reader knows of, as conditions on {@code organization o}; their parameters are {@link #to}. Whom
 * an office noted (未入驻) is known to that office alone: that an enterprise is being courted is not everybody's to see;
 * whom the platform took in from a list, to all who work for a government.
 */
public final class Known {
    private static final String TO_STAFF = """
            (:staff and o.status <> 'SUSPENDED' and (o.status = 'REGISTERED' or o.created_by is null and not o.unverified
               or exists (select from membership c join organization f on f.id = c.organization_id
                           where c.account_id = o.created_by and c.ended_at is null
                             and (f.id = :org or f.platform_role = 'OPERATOR'))))
            """;

    /** Whose page the reader may open: government all of these, everybody the own one and the members it acts for. */
    public static final String OPENED = """
            (o.platform_role is null and (o.id = :org or exists (select from association_membership m
                where m.member_id = o.id and m.association_id = :org and m.state = 'AGREED') or
            """ + TO_STAFF + "))";

    /** Who is counted before the reader: that so and so many are registered is public, who they are is not. */
    public static final String COUNTED = "(o.platform_role is null and (o.status = 'REGISTERED' or " + TO_STAFF + "))";

    private Known() {}

    /** The parameters of the conditions. */
    public static Map<String, Object> to(Viewer viewer) {
        return Map.of(
                "org", Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0)), "staff", isStaff(viewer));
    }

    /** Whether the reader works for a government, and may open whom he sees counted. */
    public static boolean isStaff(Viewer viewer) {
        return viewer.kind() != null && viewer.kind().isGovernment();
    }
}
