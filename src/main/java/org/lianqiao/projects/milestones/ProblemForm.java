package org.lianqiao.projects.milestones;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is in the way, what is done about it, and by when. */
record ProblemForm(
        @Size(min = 2, max = 500, message = "{milestones.problem.size}")
        String content,

        @Size(max = 500, message = "{projects.tooLong}") String measure,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate dueOn) {
    static final ProblemForm BLANK = new ProblemForm("", "", null);

    ProblemForm {
        content = Objects.requireNonNullElse(content, "");
        measure = Objects.requireNonNullElse(measure, "");
    }
}
