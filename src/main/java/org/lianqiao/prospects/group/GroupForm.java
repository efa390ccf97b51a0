package org.lianqiao.prospects.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * One intent of several enterprises.
 *
 * @param lines an enterprise a line: name, code, contact, phone or mail address
 * @param sheet the same as .xlsx, instead of lines
 * @param file 授权书
 */
record GroupForm(
        String token,

        @NotNull(message = "{prospects.group.required.office}") @Nullable
        UUID office,

        @Size(min = 2, max = 80, message = "{prospects.matter.size}")
        String matter,

        @Size(max = 500, message = "{prospects.tooLong}") String message,
        @Size(max = 20_000, message = "{prospects.tooLong}") String lines,
        @Nullable MultipartFile sheet,
        @Nullable MultipartFile file) {
    GroupForm {
        token = Objects.requireNonNullElse(token, "");
        matter = Objects.requireNonNullElse(matter, "");
        message = Objects.requireNonNullElse(message, "");
        lines = Objects.requireNonNullElse(lines, "");
    }
}
