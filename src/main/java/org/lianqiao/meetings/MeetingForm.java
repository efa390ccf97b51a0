package org.lianqiao.meetings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A meeting as an officer logs it.
 *
 * @param token made with the form, so that a form sent twice makes one meeting
 * @param prospect the open prospect met; else {@code enterprise} names who was met
 * @param heldAt in Beijing time, to the minute
 * @param others organisations that took part beside the own office and the enterprise
 * @param shared whether minutes and outcome are shown to the other organisations that took part
 * @param lead whether an enterprise that is not in the ledger becomes a lead there, on {@code matter}
 */
record MeetingForm(
        @Size(max = 64) String token,
        @Nullable UUID prospect,
        @Size(max = 120, message = "{meetings.tooLong}") String enterprise,

        @NotNull(message = "{meetings.required.heldAt}")
        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm", fallbackPatterns = "yyyy-MM-dd'T'HH:mm:ss")
        @Nullable
        LocalDateTime heldAt,

        @Nullable Boolean online,
        @Size(max = 120, message = "{meetings.tooLong}") String place,
        @Size(max = 200, message = "{meetings.tooLong}") String ourPeople,
        @Size(max = 200, message = "{meetings.tooLong}") String theirPeople,
        @Size(max = 20, message = "{meetings.others.many}") List<UUID> others,
        @Nullable UUID need,
        @Nullable UUID project,
        @Nullable UUID event,

        @NotNull(message = "{meetings.required.outcome}") @Nullable
        Outcome outcome,

        @Size(max = 4000, message = "{meetings.tooLong}") String minutes,
        @Nullable Boolean shared,
        @Size(max = 200, message = "{meetings.tooLong}") String nextStep,
        @Nullable UUID nextOwner,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate nextDue,

        @Nullable Boolean lead,
        @Size(max = 80, message = "{meetings.tooLong}") String matter,
        @Nullable Long version) {
    MeetingForm {
        token = Objects.requireNonNullElse(token, "");
        enterprise = Objects.requireNonNullElse(enterprise, "");
        place = Objects.requireNonNullElse(place, "");
        ourPeople = Objects.requireNonNullElse(ourPeople, "");
        theirPeople = Objects.requireNonNullElse(theirPeople, "");
        others = others == null
                ? List.of()
                : others.stream().filter(Objects::nonNull).distinct().toList();
        minutes = Objects.requireNonNullElse(minutes, "");
        nextStep = Objects.requireNonNullElse(nextStep, "");
        matter = Objects.requireNonNullElse(matter, "");
    }

    boolean isOnline() {
        return Boolean.TRUE.equals(online);
    }

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    boolean isLead() {
        return Boolean.TRUE.equals(lead);
    }
}
