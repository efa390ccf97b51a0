package org.lianqiao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianqiao.shared.Viewer;

/**
 * Who may find an entry, as words that the index can compare: an entry names its audiences, a reader belongs to some.
 * Where the two meet, the entry is found; the filter is part of every query.
 */
public final class Audience {
    /** Everybody, also visitors. */
    public static final String ALL = "all";
    /** Whoever works for a government: offices, departments, the platform's administrators. */
    public static final String STAFF = "staff";

    private Audience() {}

    /** The people of one organisation. */
    public static String organization(UUID id) {
        return "org:" + id;
    }

    /** The office that coordinates a side of an alliance. */
    public static String coordinating(UUID alliance, String side) {
        return "coordinating:" + alliance + ":" + side;
    }

    /** What this reader belongs to. */
    static List<String> of(Viewer viewer) {
        var audiences = new ArrayList<String>();
        audiences.add(ALL);
        if (viewer.organizationId() != null) audiences.add(organization(viewer.organizationId()));
        if (viewer.kind() != null && viewer.kind().isGovernment()) audiences.add(STAFF);
        if (viewer.coordinating() && viewer.allianceId() != null && viewer.side() != null)
            audiences.add(coordinating(viewer.allianceId(), viewer.side()));
        return audiences;
    }
}
