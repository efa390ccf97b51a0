package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param whole whether the reader sees more than name, holder, stage and status; else the rest is empty
 * @param works whether the reader's office logs follow-ups
 * @param moving whether another office is asked to take it (流转中)
 * @param days how long it stands in this stage
 */
record ProspectRow(
        UUID id,
        String enterprise,
        String holder,
        Stage stage,
        ProspectStatus status,
        boolean whole,
        boolean partner,
        boolean works,
        String number,
        String matter,
        @Nullable Attention attention,
        @Nullable LeadSource source,
        String node,
        String region,
        int days,
        @Nullable LocalDate reviewOn,
        String owner,
        @Nullable UUID nextId,
        String nextStep,
        String nextOwner,
        @Nullable LocalDate nextDue,
        boolean late,
        boolean moving) {

    static ProspectRow reduced(UUID id, String enterprise, String holder, Stage stage, ProspectStatus status) {
        return new ProspectRow(
                id,
                enterprise,
                holder,
                stage,
                status,
                false,
                false,
                false,
                "",
                "",
                null,
                null,
                "",
                "",
                0,
                null,
                "",
                null,
                "",
                "",
                null,
                false,
                false);
    }
}
