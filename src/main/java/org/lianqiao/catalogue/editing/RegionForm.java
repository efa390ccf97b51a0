package org.lianqiao.catalogue.editing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/** A region as an administrator writes it. The code says where it lies. @param shortZh as lists show it */
record RegionForm(
        String code,

        @NotBlank(message = "{administration.required.name}") @Size(max = 60, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 80, message = "{administration.tooLong}")
        String nameEn,

        @NotBlank(message = "{administration.required.short}") @Size(max = 20, message = "{administration.tooLong}")
        String shortZh,

        @NotBlank(message = "{administration.required.short}") @Size(max = 40, message = "{administration.tooLong}")
        String shortEn,

        Set<SiteFunction> functions,

        @Size(max = 200, message = "{administration.tooLong}")
        String knownForZh,

        @Size(max = 400, message = "{administration.tooLong}")
        String knownForEn,

        boolean active,
        @Nullable Long version) {
    RegionForm {
        code = text(code);
        nameZh = text(nameZh);
        nameEn = text(nameEn);
        shortZh = text(shortZh);
        shortEn = text(shortEn);
        functions = new TreeSet<>(Objects.requireNonNullElse(functions, Set.of()));
        knownForZh = text(knownForZh);
        knownForEn = text(knownForEn);
    }

    static RegionForm empty() {
        return new RegionForm("", "", "", "", "", Set.of(), "", "", true, null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
