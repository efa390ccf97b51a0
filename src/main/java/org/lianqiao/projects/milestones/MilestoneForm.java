package org.lianqiao.projects.milestones;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is to be reached, and by when. @param title what it is called; needed for another kind than the usual */
record MilestoneForm(
        @NotNull(message = "{milestones.required.kind}") @Nullable
        MilestoneKind kind,

        @Size(max = 60, message = "{projects.tooLong}") String title,

        @NotNull(message = "{milestones.required.plannedOn}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate plannedOn,

        @Size(max = 500, message = "{projects.tooLong}") String note,
        @Nullable Long version) {
    static final MilestoneForm BLANK = new MilestoneForm(null, "", null, "", null);

    MilestoneForm {
        title = Objects.requireNonNullElse(title, "");
        note = Objects.requireNonNullElse(note, "");
    }
}
