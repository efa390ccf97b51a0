package org.lianqiao.administration.alliances;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A side of an alliance as an administrator writes it. */
record SideForm(
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}", message = "{administration.side.code.wrong}")
        String code,

        @NotBlank(message = "{administration.required.name}") @Size(max = 20, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 60, message = "{administration.tooLong}")
        String nameEn,

        @Nullable UUID officeId) {
    SideForm {
        code = Objects.requireNonNullElse(code, "");
        nameZh = Objects.requireNonNullElse(nameZh, "");
        nameEn = Objects.requireNonNullElse(nameEn, "");
    }
}
