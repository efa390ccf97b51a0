package org.lianqiao.projects.shares;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Percentages by region.
 *
 * @param regions the regions of the sites, in order; {@code percents} beside them as typed
 * @param basis 依据: on what the parties agreed
 */
record ShareForm(
        List<String> regions,
        List<String> percents,

        @Size(min = 4, max = 500, message = "{shares.basis.size}")
        String basis,

        @Nullable Long version) {
    ShareForm {
        regions = Objects.requireNonNullElse(regions, List.of());
        percents = Objects.requireNonNullElse(percents, List.of());
        basis = Objects.requireNonNullElse(basis, "");
    }

    public String percent(int i) {
        return i < percents.size() && percents.get(i) != null ? percents.get(i) : "";
    }

    /** From 0 to 100 with two decimals; nothing for what is no such number. */
    static @Nullable BigDecimal number(String typed) {
        if (!typed.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) return null;
        var number = new BigDecimal(typed);
        return number.compareTo(BigDecimal.valueOf(100)) > 0 ? null : number;
    }
}
