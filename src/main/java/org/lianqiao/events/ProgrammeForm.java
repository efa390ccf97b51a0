package org.lianqiao.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * How an event runs, as its hosts write it: a line per item.
 *
 * @param agenda {@code 14:00-14:20 title | English title}
 * @param meetingTimes {@code 14:30-15:30}: between two lines is a break
 * @param questions a question a line; a star at its end says that it must be answered
 */
record ProgrammeForm(
        @NotNull(message = "{events.required.registration}") @Nullable
        Registering registration,

        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm", fallbackPatterns = "yyyy-MM-dd'T'HH:mm:ss") @Nullable
        LocalDateTime registrationUntil,

        @Size(max = 4000, message = "{events.tooLong}") String questions,
        @Size(max = 6000, message = "{events.tooLong}") String agenda,
        @Size(max = 1000, message = "{events.tooLong}") String meetingTimes,

        @Min(value = 5, message = "{events.slotMinutes.range}")
        @Max(value = 180, message = "{events.slotMinutes.range}")
        @Nullable
        Integer slotMinutes,

        @Min(value = 0, message = "{events.pauseMinutes.range}")
        @Max(value = 60, message = "{events.pauseMinutes.range}")
        @Nullable
        Integer pauseMinutes,

        @Min(value = 0, message = "{events.tables.range}")
        @Max(value = 300, message = "{events.tables.range}")
        @Nullable
        Integer tables,

        @Min(value = 1, message = "{events.mostMeetings.range}")
        @Max(value = 60, message = "{events.mostMeetings.range}")
        @Nullable
        Integer mostMeetings,

        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm", fallbackPatterns = "yyyy-MM-dd'T'HH:mm:ss") @Nullable
        LocalDateTime wishesUntil,

        @Nullable Long version) {
    ProgrammeForm {
        questions = Objects.requireNonNullElse(questions, "");
        agenda = Objects.requireNonNullElse(agenda, "");
        meetingTimes = Objects.requireNonNullElse(meetingTimes, "");
    }

    int slotLength() {
        return slotMinutes == null ? Programme.USUAL_SLOT : slotMinutes;
    }

    int pauseLength() {
        return pauseMinutes == null ? 0 : pauseMinutes;
    }

    int tableCount() {
        return tables == null ? 0 : tables;
    }
}
