package org.lianqiao.projects.milestones;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFile;
import org.lianqiao.projects.Dossier;

/** How one site comes along. @param mine whether the reader is an officer of the site's office */
record SiteProgress(
        Dossier.Home home, boolean mine, List<Milestone> milestones, List<Problem> problems, List<Week> weeks) {

    /** @param daysLate how many days after the plan it was reached, or has waited until today; 0 where in time */
    record Milestone(
            UUID id,
            UUID siteId,
            MilestoneKind kind,
            String title,
            LocalDate plannedOn,
            @Nullable LocalDate reachedOn,
            String note,
            long version,
            long daysLate,
            List<StoredFile> files) {
        public boolean isLate() {
            return daysLate > 0;
        }
    }

    record Problem(
            UUID id,
            UUID siteId,
            String content,
            String measure,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate solvedOn,
            String solution,
            String raisedBy,
            boolean late) {}

    record Week(UUID siteId, LocalDate weekOn, String progress, String writtenBy, Instant writtenAt, long version) {}
}
