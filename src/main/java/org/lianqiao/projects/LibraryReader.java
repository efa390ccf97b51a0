package org.lianqiao.projects;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lianqiao.shared.Viewer;

/** Which projects a reader sees, as conditions on {@code project p}; their parameters are {@link #of}. */
public final class LibraryReader {
    /** The offices of its sites, its holder, its enterprise, and the office that coordinates the side of a site. */
    static final String INSIDE = """
            (cast(:mine as uuid) in (p.holder_office_id, p.organization_id)
             or exists (select from project_site x where x.project_id = p.id and x.office_id = cast(:mine as uuid))
             or (:coordinating and exists (select from project_site x join alliance_region a on a.region_code = x.region_code
                 and a.alliance_id = p.alliance_id and a.side = :side where x.project_id = p.id)))
            """;

    /** What is published, for everybody; what is not, for those inside. */
    public static final String SEES = "(p.publication = 'PUBLISHED' or " + INSIDE + ")";

    private LibraryReader() {}

    /** The parameters of the conditions. */
    public static Map<String, Object> of(Viewer viewer) {
        return Map.of(
                "mine",
                Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0))
                        .toString(),
                "coordinating",
                viewer.isOfficer() && viewer.coordinating(),
                "side",
                Objects.requireNonNullElse(viewer.side(), ""));
    }
}
