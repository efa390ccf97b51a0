package org.lianqiao.catalogue.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chain as an administrator writes it. @param code stands in its page's address */
record ChainForm(
        @Pattern(regexp = "[a-z][a-z0-9-]{1,23}", message = "{administration.chain.code.wrong}")
        String code,

        @NotBlank(message = "{administration.required.name}") @Size(max = 40, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 80, message = "{administration.tooLong}")
        String nameEn,

        @Size(max = 300, message = "{administration.tooLong}")
        String summaryZh,

        @Size(max = 600, message = "{administration.tooLong}")
        String summaryEn,

        @NotNull(message = "{administration.chain.required.origin}") @Nullable
        ChainOrigin origin,

        boolean active,
        @Nullable Long version) {
    ChainForm {
        code = text(code);
        nameZh = text(nameZh);
        nameEn = text(nameEn);
        summaryZh = text(summaryZh);
        summaryEn = text(summaryEn);
    }

    static ChainForm empty() {
        return new ChainForm("", "", "", "", "", ChainOrigin.LOCAL, true, null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
