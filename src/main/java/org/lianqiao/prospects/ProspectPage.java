package org.lianqiao.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/** A prospect as one reader may see it: a {@link Seat#READER} gets name, holder, stage and status, the rest is empty. */
record ProspectPage(
        UUID id,
        Seat seat,
        String enterprise,
        UUID holderId,
        String holder,
        Stage stage,
        ProspectStatus status,
        @Nullable Whole whole) {

    /** What only those see who work on it, or coordinate the side. */
    record Whole(
            String number,
            UUID organizationId,
            String code,
            boolean registered,
            String matter,
            @Nullable UUID ownerId,
            String owner,
            int days,
            Attention attention,
            Sharing sharing,
            LeadSource source,
            String sourceNote,
            @Nullable UUID intentId,
            String intent,
            boolean intentOpen,
            @Nullable UUID needId,
            String need,
            @Nullable UUID projectId,
            String project,
            String chain,
            String chainCode,
            @Nullable UUID nodeId,
            String node,
            @Nullable String regionCode,
            String region,
            @Nullable Money amount,
            String summary,
            LocalDate reportedOn,
            String reporter,
            String reportedOffice,
            @Nullable LocalDate reviewOn,
            @Nullable DropReason dropReason,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate landedOn,
            @Nullable LocalDate protectedUntil,
            boolean contacted,
            long version,
            List<Due> due,
            List<Partner> partners,
            List<Entry> timeline) {}

    /** A step that is still to be done. */
    record Due(UUID id, String step, String owner, LocalDate on, boolean late) {}

    record Partner(
            UUID id,
            String office,
            @Nullable SiteFunction function,
            @Nullable LocalDate joinedOn) {}

    /**
     * A line of the timeline.
     *
     * @param kind {@code STAGE}, {@code FOLLOW} or {@code CHANGE}
     * @param code the constant of {@link Move}, {@link Channel} or {@link Changes.What}
     * @param from a stage
     * @param to a stage
     * @param day when a signing or landing took place, or a step is due
     * @param done when the step was done
     * @param ref the meeting or the file
     */
    record Entry(
            String kind,
            String code,
            Instant at,
            @Nullable String from,
            @Nullable String to,
            String text,
            String step,
            String stepOwner,
            @Nullable LocalDate day,
            @Nullable LocalDate done,
            @Nullable String landing,
            @Nullable String dropReason,
            String document,
            @Nullable UUID ref,
            String by,
            String office) {}

    public boolean isLive() {
        return status.isLive();
    }

    public boolean works() {
        return seat.works();
    }

    public boolean leads() {
        return seat.leads();
    }

    public boolean mayForward() {
        return seat.leads() && Move.FORWARD.isOpenFrom(stage, status);
    }

    public boolean mayGoBack() {
        return seat.leads() && Move.BACK.isOpenFrom(stage, status);
    }

    public boolean mayPause() {
        return seat.leads() && Move.PAUSED.isOpenFrom(stage, status);
    }

    public boolean mayResume() {
        return seat.leads() && Move.RESUMED.isOpenFrom(stage, status);
    }

    public boolean mayDrop() {
        return seat.leads() && Move.DROPPED.isOpenFrom(stage, status);
    }

    public boolean mayReopen() {
        return seat.leads() && Move.REOPENED.isOpenFrom(stage, status);
    }

    public boolean mayFollow() {
        return seat.works() && status != ProspectStatus.DROPPED;
    }
}
