package org.lianqiao.projects.consultation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consultation in a list. @param waits whether the reader's office has not answered yet */
record ConsultationRow(
        UUID id,
        String number,
        UUID projectId,
        String project,
        ConsultationKind kind,
        ConsultationState state,
        @Nullable Outcome outcome,
        boolean disagreed,
        String office,
        LocalDate dueOn,
        boolean late,
        int answered,
        int asked,
        boolean waits) {}
