package org.lianqiao.projects.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as one reader may see it.
 *
 * @param site the site that is handed over, in words; empty for a review
 * @param disagreedAt when the first no was given
 */
record ConsultationPage(
        UUID id,
        String number,
        UUID projectId,
        ConsultationKind kind,
        String question,
        @Nullable UUID siteId,
        String site,
        String toRegion,
        @Nullable String toRegionCode,
        @Nullable UUID toOfficeId,
        ConsultationState state,
        @Nullable Outcome outcome,
        @Nullable Instant disagreedAt,
        LocalDate dueOn,
        UUID officeId,
        String office,
        @Nullable Paper paper,
        String paperNumber,
        @Nullable LocalDate paperOn,
        @Nullable UUID fileId,
        String conclusion,
        String recordedBy,
        List<Party> parties,
        List<Step> steps) {

    /** @param ours whether the reader speaks for it; a draft is read by its own office alone */
    record Party(
            UUID organizationId,
            String organization,
            boolean ours,
            @Nullable Answer answer,
            String text,
            String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable Answer draft,
            String draftText,
            String draftedBy) {}

    record Step(String what, String answer, String text, String organization, String by, Instant at) {}

    public boolean isOpen() {
        return state == ConsultationState.OPEN;
    }

    public long answered() {
        return parties.stream().filter(p -> p.answer != null).count();
    }

    public boolean isComplete() {
        return answered() == parties.size();
    }

    /** What the answers come to; nothing while one is missing. */
    public @Nullable Outcome expected() {
        if (!isComplete()) return null;
        return Outcome.of(parties.stream()
                .map(Party::answer)
                .map(java.util.Objects::requireNonNull)
                .toList());
    }

    public @Nullable Party ours() {
        return parties.stream().filter(Party::ours).findFirst().orElse(null);
    }
}
