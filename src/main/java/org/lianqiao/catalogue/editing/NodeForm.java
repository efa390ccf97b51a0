package org.lianqiao.catalogue.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of a chain as an administrator writes it. @param code unique among all nodes */
record NodeForm(
        @Pattern(regexp = "[a-z][a-z0-9-]{1,31}", message = "{administration.node.code.wrong}")
        String code,

        @NotBlank(message = "{administration.required.name}") @Size(max = 40, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 80, message = "{administration.tooLong}")
        String nameEn,

        @NotNull(message = "{administration.node.required.stream}") @Nullable
        Stream stream,

        @Size(max = 300, message = "{administration.tooLong}")
        String noteZh,

        @Size(max = 600, message = "{administration.tooLong}")
        String noteEn,

        boolean active,
        @Nullable Long version) {
    NodeForm {
        code = text(code);
        nameZh = text(nameZh);
        nameEn = text(nameEn);
        noteZh = text(noteZh);
        noteEn = text(noteEn);
    }

    static NodeForm empty(String code) {
        return new NodeForm(code, "", "", Stream.MIDSTREAM, "", "", true, null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
