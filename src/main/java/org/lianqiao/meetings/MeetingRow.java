package org.lianqiao.meetings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of meetings.
 *
 * @param heldAt in Beijing time
 * @param subject the matter of the prospect, the need or the project it was about; empty where nothing is named
 * @param outcome nothing where the reader may not know it
 * @param nextStep empty for who is no office, as is its owner
 * @param due whether the next step's day has come
 */
record MeetingRow(
        UUID id,
        String number,
        LocalDateTime heldAt,
        boolean online,
        String place,
        String enterprise,
        String office,
        String subject,
        @Nullable Outcome outcome,
        String nextStep,
        String nextOwner,
        @Nullable LocalDate nextDue) {}
