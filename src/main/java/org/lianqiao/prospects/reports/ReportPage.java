package org.lianqiao.prospects.reports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as it is read. @param ours whether the viewer's office wrote it */
record ReportPage(Head head, List<Part> parts, List<Adjustment> adjustments) {
    record Head(
            UUID id,
            UUID officeId,
            String office,
            LocalDate week,
            ReportState state,
            String note,
            String returned,
            String draftedBy,
            @Nullable String submittedBy,
            @Nullable OffsetDateTime submittedAt,
            boolean ours,
            long version) {
        public LocalDate getEnd() {
            return week.plusDays(6);
        }

        public boolean isFrozen() {
            return state == ReportState.SUBMITTED;
        }
    }

    /** @param adjusted the number after what was adjusted later */
    record Part(Section section, int count, int adjusted, List<Line> lines) {}

    record Line(Section section, UUID prospectId, String enterprise, String matter, String detail) {}

    record Adjustment(Section section, int difference, String reason, String by, OffsetDateTime at) {}
}
