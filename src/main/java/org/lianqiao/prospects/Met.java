package org.lianqiao.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that took place, as the ledger keeps it.
 *
 * @param meetingId a meeting that is already written in this transaction
 * @param text what was said, in a line or two
 * @param nextStep may be empty: then nothing is due
 * @param nextOwner who does it; the officer who logs where nobody is named
 * @param nextDue until when; required with a step
 */
public record Met(
        UUID meetingId,
        Instant heldAt,
        String text,
        String nextStep,
        @Nullable UUID nextOwner,
        @Nullable LocalDate nextDue) {}
