package org.lianqiao.prospects.partners;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/**
 * A request, to one of the two offices.
 *
 * @param invited whether the holder asked
 * @param answers whether the viewer's office is the one that answers
 */
record RequestRow(
        UUID id,
        UUID prospect,
        String number,
        String enterprise,
        String matter,
        UUID holderId,
        String holder,
        UUID officeId,
        String office,
        boolean invited,
        boolean answers,
        @Nullable SiteFunction function,
        String note,
        String askedBy,
        LocalDate askedOn,
        String state) {
    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
