package org.lianqiao.meetings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/** Who sees which meeting, in SQL: its offices, the organisations that took part, the office coordinating the side. */
final class Sight {
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String OFFICES_OF_SIDE = """
            (select x.id from organization x join region r on r.code = x.region_code
               join alliance_region a on a.region_code in (r.code, r.parent_code)
              where a.alliance_id = :alliance and a.side = :side and x.kind in ('OFFICE', 'DEPARTMENT'))
            """;

    private static final String PROSPECTS = """
            (select id from prospect where holder_office_id = :office
             union all select prospect_id from prospect_partner where office_id = :office)
            """;

    /** What the viewer's own organisation logged or took part in: the ids of these meetings. */
    static final String OWN = """
            select id from meeting where office_id = :office
            union all select meeting_id from meeting_party where organization_id in (:office, :member)
            union all select id from meeting where organization_id = :member
            """;

    /** All that the viewer may see: the ids of these meetings. */
    static final String ALL = OWN + " union all select id from meeting where prospect_id in " + PROSPECTS
            + " union all select id from meeting where :coordinating and alliance_id = :alliance and office_id in "
            + OFFICES_OF_SIDE;

    /** The viewer's {@link Seat} at a meeting {@code m} that he sees. */
    static final String SEAT = "case when m.office_id = :office then 'LOGGER'"
            + " when m.prospect_id in " + PROSPECTS
            + " or exists (select from meeting_party x where x.meeting_id = m.id and x.organization_id = :office) then 'OFFICE'"
            + " when m.organization_id = :member"
            + " or exists (select from meeting_party x where x.meeting_id = m.id and x.organization_id = :member) then 'PARTY'"
            + " else 'COORDINATOR' end";

    private Sight() {}

    static Map<String, Object> of(Viewer viewer) {
        var values = new HashMap<String, Object>();
        values.put("office", viewer.isOfficer() ? known(viewer.organizationId()) : NOBODY);
        values.put("member", viewer.isMember() ? known(viewer.organizationId()) : NOBODY);
        values.put("alliance", known(viewer.allianceId()));
        values.put("side", Objects.requireNonNullElse(viewer.side(), ""));
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        return values;
    }

    private static UUID known(@Nullable UUID id) {
        return Objects.requireNonNullElse(id, NOBODY);
    }
}
