package org.lianqiao.meetings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one reader may see it.
 *
 * @param heldAt in Beijing time
 * @param outcome nothing where the reader may not know it
 * @param minutes empty where the reader may not read them
 * @param prospect nothing where the reader is no office, as are next step and its owner
 * @param need the need it was about, where that is open
 */
record MeetingPage(
        UUID id,
        String number,
        Seat seat,
        LocalDateTime heldAt,
        boolean online,
        String place,
        UUID officeId,
        String office,
        UUID organizationId,
        String enterprise,
        List<Party> parties,
        @Nullable Subject prospect,
        @Nullable Subject need,
        @Nullable Subject project,
        @Nullable Subject event,
        @Nullable Outcome outcome,
        String minutes,
        boolean shared,
        String nextStep,
        @Nullable UUID nextOwnerId,
        String nextOwner,
        @Nullable LocalDate nextDue,
        String loggedBy,
        LocalDateTime loggedAt,
        long version) {

    record Party(UUID id, String name, String people) {}

    record Subject(UUID id, String title) {}

    public boolean isMayEdit() {
        return seat == Seat.LOGGER;
    }

    public boolean isOffice() {
        return seat.isOffice();
    }

    public boolean isMinutesOpen() {
        return seat.isOffice() || shared && seat == Seat.PARTY;
    }

    public boolean hasSubject() {
        return prospect != null || need != null || project != null || event != null;
    }

    /** The same content as a form, to edit it. */
    MeetingForm form() {
        return new MeetingForm(
                "",
                prospect == null ? null : prospect.id(),
                enterprise,
                heldAt,
                online,
                place,
                people(officeId),
                people(organizationId),
                parties.stream()
                        .map(Party::id)
                        .filter(p -> !p.equals(officeId) && !p.equals(organizationId))
                        .toList(),
                need == null ? null : need.id(),
                project == null ? null : project.id(),
                event == null ? null : event.id(),
                outcome,
                minutes,
                shared,
                nextStep,
                nextOwnerId,
                nextDue,
                false,
                "",
                version);
    }

    private String people(UUID organization) {
        return parties.stream()
                .filter(p -> p.id().equals(organization))
                .map(Party::people)
                .findFirst()
                .orElse("");
    }
}
