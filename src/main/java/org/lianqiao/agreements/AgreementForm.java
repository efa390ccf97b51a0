package org.lianqiao.agreements;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * An agreement as one of its parties records it.
 *
 * @param parties the offices and associations that signed beside the writer's own organisation
 * @param enterprise the enterprise that signed, by its name; empty where none did
 * @param file the signed text; on an edit, nothing leaves the one that is there
 */
record AgreementForm(
        @NotNull(message = "{agreements.required.kind}") @Nullable
        AgreementKind kind,

        @Size(min = 4, max = 120, message = "{agreements.title.size}")
        String title,

        @NotNull(message = "{agreements.required.signedOn}")
        @PastOrPresent(message = "{agreements.signedOn.future}")
        @Nullable
        LocalDate signedOn,

        @Nullable LocalDate validUntil,
        @Size(max = 80, message = "{agreements.tooLong}") String place,
        @Size(max = 4000, message = "{agreements.tooLong}") String content,
        @Nullable UUID event,

        @Size(max = 20, message = "{agreements.parties.many}")
        List<UUID> parties,

        @Size(max = 80, message = "{agreements.tooLong}") String enterprise,

        @Size(max = 30, message = "{agreements.projects.many}")
        List<UUID> projects,

        @Nullable MultipartFile file,
        @Nullable Long version) {
    AgreementForm {
        title = Objects.requireNonNullElse(title, "").strip();
        place = Objects.requireNonNullElse(place, "").strip();
        content = Objects.requireNonNullElse(content, "").strip();
        enterprise = Objects.requireNonNullElse(enterprise, "").strip();
        parties = known(parties);
        projects = known(projects);
    }

    static AgreementForm blank(@Nullable UUID event) {
        return new AgreementForm(
                AgreementKind.OFFICES, "", null, null, "", "", event, List.of(), "", List.of(), null, null);
    }

    private static List<UUID> known(@Nullable List<UUID> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }
}
