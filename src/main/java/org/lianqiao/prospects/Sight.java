package org.lianqiao.prospects;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/** Who sees which prospect, and how much of it: the conditions in SQL on a prospect {@code p}, the same everywhere. */
public final class Sight {
    /** The offices and departments of the viewer's side. */
    public static final String SIDE = """
            (select x.id from organization x join region r on r.code = x.region_code
               join alliance_region a on a.region_code in (r.code, r.parent_code)
              where a.alliance_id = :alliance and a.side = :side and x.kind in ('OFFICE', 'DEPARTMENT'))
            """;

    private static final String PARTNER =
            "exists (select from prospect_partner x where x.prospect_id = p.id and x.office_id = :office)";

    /** The viewer's office holds it or takes part. */
    public static final String WORKED = "(p.holder_office_id = :office or " + PARTNER + ")";

    /** The viewer sees the whole record. */
    public static final String WHOLE =
            "(" + WORKED + " or (:coordinating and p.alliance_id = :alliance and p.holder_office_id in " + SIDE + "))";

    /** The viewer sees at least name, holder and stage: by the record's sharing, or because its office introduced the enterprise. */
    public static final String SEEN = "(" + WHOLE + " or (p.sharing = 'BOTH' and p.alliance_id = :alliance)"
            + " or (p.sharing = 'SIDE' and p.alliance_id = :alliance and p.holder_office_id in " + SIDE + ")"
            + " or exists (select from prospect_introducer x where x.prospect_id = p.id and x.organization_id = :office))";

    /** The viewer's {@link Seat}; null where there is none. */
    public static final String SEAT = "case when p.holder_office_id = :office then 'HOLDER' when " + PARTNER
            + " then 'PARTNER' when " + WHOLE + " then 'COORDINATOR' when " + SEEN + " then 'READER' end";

    private static final UUID NOBODY = new UUID(0, 0);

    private Sight() {}

    public static Map<String, Object> of(Viewer viewer) {
        var values = new HashMap<String, Object>();
        values.put("office", viewer.isOfficer() ? known(viewer.organizationId()) : NOBODY);
        values.put("alliance", viewer.isOfficer() ? known(viewer.allianceId()) : NOBODY);
        values.put("side", Objects.requireNonNullElse(viewer.side(), ""));
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        return values;
    }

    private static UUID known(@Nullable UUID id) {
        return Objects.requireNonNullElse(id, NOBODY);
    }
}
