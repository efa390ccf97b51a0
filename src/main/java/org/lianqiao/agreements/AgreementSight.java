package org.lianqiao.agreements;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/**
 * Who reads an agreement {@code a}: its parties and their departments; where an office signed it, the office that
 * coordinates its side and the joint office of its alliance. Conditions in SQL, with the values of {@link #of(Viewer)}.
 */
final class AgreementSight {
    /** The viewer's own organisation, and for a department the office above it. */
    static final String MINE = "(select o.id from organization o where o.id = :mine union all"
            + " select o.parent_id from organization o where o.id = :mine and o.kind = 'DEPARTMENT')";

    static final String PARTY =
            "exists (select from agreement_party p where p.agreement_id = a.id and p.organization_id in " + MINE + ")";

    static final String READ = "(" + PARTY + """
             or ((:coordinating or :joint) and exists (select from agreement_party p
                   join organization o on o.id = p.organization_id join region r on r.code = o.region_code
                   join alliance_region x on x.region_code in (r.code, r.parent_code)
                  where p.agreement_id = a.id and o.kind in ('OFFICE', 'DEPARTMENT')
                    and x.alliance_id = :alliance and (:joint or x.side = :side))))
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private AgreementSight() {}

    static Map<String, @Nullable Object> of(Viewer viewer) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("mine", mayEnter(viewer) ? viewer.organization() : NOBODY);
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        values.put("joint", viewer.isOfficer() && viewer.joint());
        values.put("alliance", Objects.requireNonNullElse(viewer.allianceId(), NOBODY));
        values.put("side", Objects.requireNonNullElse(viewer.side(), ""));
        return values;
    }

    static boolean mayEnter(Viewer viewer) {
        return viewer.isOfficer() || viewer.isMember();
    }
}
