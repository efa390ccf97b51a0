package org.lianqiao.prospects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Lenient;

/**
 * One thing to be done to every chosen prospect; what the other verbs ask for is not looked at.
 *
 * @param back the list from which they were chosen
 */
record BulkForm(
        @NotNull(message = "{prospects.bulk.required.verb}") @Nullable
        BulkVerb verb,

        List<String> ids,
        @Nullable UUID owner,
        @Nullable Stage to,
        @Size(max = 300, message = "{prospects.tooLong}") String reason,
        @Size(max = 120, message = "{prospects.tooLong}") String nextStep,
        @Nullable LocalDate nextDue,
        @Nullable Attention attention,
        String back) {
    static final int MOST = 200;

    BulkForm {
        ids = Objects.requireNonNullElse(ids, List.of());
        reason = Objects.requireNonNullElse(reason, "");
        nextStep = Objects.requireNonNullElse(nextStep, "");
        back = Objects.requireNonNullElse(back, "");
    }

    List<UUID> chosen() {
        return ids.stream()
                .map(Lenient::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** What every row would be refused for is refused once. */
    void require(LocalDate today) {
        if (chosen().isEmpty()) throw new Refused("prospects.bulk.required.ids");
        switch (Objects.requireNonNull(verb)) {
            case ASSIGN -> {
                if (owner == null) throw Refused.at("owner", "prospects.required.owner");
            }
            case MOVE -> {
                if (to == null) throw Refused.at("to", "prospects.required.choice");
            }
            case NEXT -> {
                if (nextStep.isEmpty()) throw Refused.at("nextStep", "prospects.required.nextStep");
                if (nextDue == null) throw Refused.at("nextDue", "prospects.required.nextDue");
                if (nextDue.isBefore(today)) throw Refused.at("nextDue", "prospects.bulk.past");
            }
            case ATTEND -> {
                if (attention == null) throw Refused.at("attention", "prospects.required.choice");
            }
            case REMIND -> {}
        }
    }
}
