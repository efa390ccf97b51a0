package org.lianqiao.prospects.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to another office.
 *
 * @param contact who goes along, as soon as the enterprise agrees; nobody where left open
 * @param stays whether the own office goes on as partner
 */
record OfferForm(
        @NotNull(message = "{prospects.transfer.required.office}") @Nullable
        UUID office,

        @Size(min = 2, max = 300, message = "{prospects.transfer.required.reason}")
        String reason,

        @Nullable UUID contact,
        @Nullable Boolean stays) {
    OfferForm {
        reason = Objects.requireNonNullElse(reason, "");
    }

    static OfferForm empty() {
        return new OfferForm(null, "", null, false);
    }
}
