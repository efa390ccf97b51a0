package org.lianqiao.catalogue.editing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A park under a region. @param areaMu in 亩 */
record ParkForm(
        @NotBlank(message = "{administration.required.region}")
        String regionCode,

        @NotBlank(message = "{administration.required.name}") @Size(max = 60, message = "{administration.tooLong}")
        String nameZh,

        @NotBlank(message = "{administration.required.nameEn}") @Size(max = 120, message = "{administration.tooLong}")
        String nameEn,

        @Size(max = 200, message = "{administration.tooLong}")
        String address,

        @DecimalMin(value = "0.01", message = "{administration.park.areaMu.range}")
        @DecimalMax(value = "1000000", message = "{administration.park.areaMu.range}")
        @Digits(integer = 7, fraction = 2, message = "{administration.park.areaMu.range}")
        @Nullable
        BigDecimal areaMu,

        @Size(max = 200, message = "{administration.tooLong}")
        String focusZh,

        @Size(max = 400, message = "{administration.tooLong}")
        String focusEn,

        boolean active,
        @Nullable Long version) {
    ParkForm {
        regionCode = text(regionCode);
        nameZh = text(nameZh);
        nameEn = text(nameEn);
        address = text(address);
        focusZh = text(focusZh);
        focusEn = text(focusEn);
    }

    static ParkForm empty(String region) {
        return new ParkForm(region, "", "", "", null, "", "", true, null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
