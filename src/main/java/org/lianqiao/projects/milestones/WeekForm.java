package org.lianqiao.projects.milestones;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The note of this week. @param version of the one that stands already */
record WeekForm(
        @Size(min = 2, max = 1000, message = "{milestones.week.size}")
        String progress,

        @Nullable Long version) {
    WeekForm {
        progress = Objects.requireNonNullElse(progress, "");
    }
}
