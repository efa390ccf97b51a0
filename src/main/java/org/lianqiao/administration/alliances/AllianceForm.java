package org.lianqiao.administration.alliances;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alliance as an administrator writes it. @param jointOfficeId the office named by all sides, where there is one */
record AllianceForm(
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,15}", message = "{administration.alliance.code.wrong}")
        String code,

        @NotBlank(message = "{administration.required.name}") @Size(max = 40, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 80, message = "{administration.tooLong}")
        String nameEn,

        @Nullable UUID jointOfficeId,
        @Nullable Long version) {
    AllianceForm {
        code = Objects.requireNonNullElse(code, "");
        nameZh = Objects.requireNonNullElse(nameZh, "");
        nameEn = Objects.requireNonNullElse(nameEn, "");
    }
}
