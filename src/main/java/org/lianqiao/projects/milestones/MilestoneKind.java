package org.lianqiao.projects.milestones;

import org.jspecify.annotations.Nullable;
import org.lianqiao.projects.SiteStage;

/** The usual steps of a site after it was signed. 开工 is not 签约; some of them move the site's stage, and need evidence. */
enum MilestoneKind {
    LAND(null),
    APPROVAL(null),
    PERMIT(null),
    START(SiteStage.STARTED),
    COMPLETION(null),
    EQUIPMENT(null),
    PRODUCTION(SiteStage.PRODUCING),
    OTHER(null);

    private final @Nullable SiteStage stage;

    MilestoneKind(@Nullable SiteStage stage) {
        this.stage = stage;
    }

    /** The stage that the site has from then on; nothing where it stays as it is. */
    public @Nullable SiteStage stage() {
        return stage;
    }

    public boolean needsEvidence() {
        return stage != null || this == COMPLETION;
    }
}
