package org.lianqiao.projects;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/** Which projects a reader sees, as conditions on {@code project p}; their parameters are {@link #of}. */
public final class LibraryReader {
    /**
     * The offices of its sites, its holder, its enterprise, the office that coordinates the side of a site; and who is asked or
     * records in a consultation: the offices asked, the joint office, and where somebody disagrees both coordinating offices.
     */
    public static final String INSIDE = """
            (cast(:mine as uuid) in (p.holder_office_id, p.organization_id)
             or exists (select from project_site x where x.project_id = p.id and x.office_id = cast(:mine as uuid))
             or (:coordinating and exists (select from project_site x join alliance_region a on a.region_code = x.region_code
                 and a.alliance_id = p.alliance_id and a.side = :side where x.project_id = p.id))
             or exists (select from consultation_party y join consultation c on c.id = y.consultation_id
                 where c.project_id = p.id and c.state = 'OPEN' and y.organization_id = cast(:mine as uuid))
             or ((:joint or :coordinating) and p.alliance_id = cast(:allied as uuid) and exists (select from consultation c
                 where c.project_id = p.id and (:joint or c.disagreed_at is not null))))
            """;

    /** What is published, for everybody; what is not, for those inside. */
    public static final String SEES = "(p.publication = 'PUBLISHED' or " + INSIDE + ")";

    private LibraryReader() {}

    /**
     * Whose sites count, as a condition on {@code project_site s} of {@code project p}: jointly all, for a side those in its
     * regions, for an office its own.
     *
     * @param scope {@code SIDE} or {@code OURS}; else jointly
     */
    public static String counts(@Nullable String scope) {
        if ("SIDE".equals(scope))
            return "s.region_code in (select a.region_code from alliance_region a where a.alliance_id = p.alliance_id and a.side = :side)";
        return "OURS".equals(scope) ? "s.office_id = cast(:mine as uuid)" : "true";
    }

    /** The parameters of the conditions. */
    public static Map<String, Object> of(Viewer viewer) {
        return Map.of(
                "mine",
                Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0))
                        .toString(),
                "coordinating",
                viewer.isOfficer() && viewer.coordinating(),
                "joint",
                viewer.isOfficer() && viewer.joint(),
                "allied",
                Objects.requireNonNullElse(viewer.allianceId(), new UUID(0, 0)).toString(),
                "side",
                Objects.requireNonNullElse(viewer.side(), ""));
    }
}
