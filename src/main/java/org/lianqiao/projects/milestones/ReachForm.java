package org.lianqiao.projects.milestones;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** That it was reached. @param file the evidence */
record ReachForm(
        @NotNull(message = "{milestones.required.reachedOn}")
        @PastOrPresent(message = "{milestones.reachedOn.future}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate reachedOn,

        @Nullable MultipartFile file) {}
