package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An old ledger on its way in.
 *
 * @param unit of sums without one, in yuan
 * @param whole all rows or none
 * @param stock loaded before the cut-off
 * @param done rows that are taken, while it runs
 * @param failure why it did not come in, a key of the bundles
 */
record ImportFile(
        UUID id,
        UUID officeId,
        String fileName,
        byte[] content,
        String sheet,
        @Nullable Integer headerLine,
        @Nullable BigDecimal unit,
        boolean hiddenToo,
        boolean whole,
        boolean stock,
        ImportState state,
        int done,
        String failure,
        OffsetDateTime uploadedAt,
        @Nullable OffsetDateTime finishedAt) {

    boolean isOpen() {
        return state == ImportState.UPLOADED || state == ImportState.CHECKED;
    }

    boolean isUndoable(OffsetDateTime now) {
        return state == ImportState.DONE
                && finishedAt != null
                && finishedAt.plus(Imports.UNDOABLE).isAfter(now);
    }
}
