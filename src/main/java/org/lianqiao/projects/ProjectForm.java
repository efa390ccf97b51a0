package org.lianqiao.projects;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The common part of a project, which its holder edits. */
record ProjectForm(
        @Size(min = 4, max = 120, message = "{projects.name.size}")
        String name,

        @Size(max = 120, message = "{projects.tooLong}") String nameEn,
        @Size(max = 120, message = "{projects.tooLong}") String enterprise,
        @Nullable UUID nodeId,
        @Size(max = 2000, message = "{projects.tooLong}") String summary,
        @Size(max = 1000, message = "{projects.tooLong}") String publicSummary,
        @Size(max = 2000, message = "{projects.tooLong}") String publicSummaryEn,
        @Nullable UUID model,
        @Nullable List<String> regions,
        @Nullable Long version) {
    ProjectForm {
        name = Objects.requireNonNullElse(name, "");
        nameEn = Objects.requireNonNullElse(nameEn, "");
        enterprise = Objects.requireNonNullElse(enterprise, "");
        summary = Objects.requireNonNullElse(summary, "");
        publicSummary = Objects.requireNonNullElse(publicSummary, "");
        publicSummaryEn = Objects.requireNonNullElse(publicSummaryEn, "");
        regions = Objects.requireNonNullElse(regions, List.of());
    }

    static ProjectForm of(ProjectPage saved) {
        return new ProjectForm(
                saved.nameZh(),
                saved.nameEn(),
                saved.organization(),
                saved.nodeId(),
                saved.summary(),
                saved.publicSummaryZh(),
                saved.publicSummaryEn(),
                null,
                null,
                saved.version());
    }
}
