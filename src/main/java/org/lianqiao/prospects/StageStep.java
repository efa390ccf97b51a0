package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step to the next or the previous stage, with what it rests on.
 *
 * @param on the day of signing, of registration or of the start of works
 * @param document the number of the paper (文号)
 * @param reason required for a step back
 */
record StageStep(
        Stage to,
        @Nullable LocalDate on,
        @Nullable Landing landing,
        String document,
        @Nullable UUID file,
        String reason) {
    static StageStep to(Stage stage) {
        return new StageStep(stage, null, null, "", null, "");
    }
}
