package org.lianqiao.projects;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;

/**
 * A project as those inside work on it: what the parts of this module need to know of it.
 *
 * @param organizationId the investing enterprise
 */
public record Dossier(
        UUID id,
        String number,
        String name,
        UUID allianceId,
        UUID holderId,
        @Nullable UUID organizationId,
        String organization,
        List<Home> homes) {

    public record Home(
            UUID id,
            SiteFunction function,
            String regionCode,
            String region,
            UUID officeId,
            String office,
            SiteStage stage,
            @Nullable UUID responsibleId) {}

    public boolean isHeldBy(Viewer viewer) {
        return viewer.isOfficer() && holderId.equals(viewer.organizationId());
    }

    /** Whether the viewer's office holds the project or has a site of it. */
    public boolean isWorkedOnBy(Viewer viewer) {
        return isHeldBy(viewer) || homes.stream().anyMatch(h -> isOf(h, viewer));
    }

    /** @throws NotFound where it is no site of this project */
    public Home home(UUID site) {
        return homes.stream().filter(h -> h.id.equals(site)).findFirst().orElseThrow(NotFound::new);
    }

    public static boolean isOf(Home home, Viewer viewer) {
        return viewer.isOfficer() && home.officeId.equals(viewer.organizationId());
    }

    public boolean isJoint() {
        return homes.stream().map(Home::regionCode).distinct().count() > 1;
    }
}
