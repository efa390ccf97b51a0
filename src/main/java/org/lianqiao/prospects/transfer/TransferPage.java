package org.lianqiao.prospects.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.ProspectStatus;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Money;

/**
 * A transfer as the two offices see it: enough of the prospect to decide, neither its timeline nor a contact.
 *
 * @param ours whether the viewer's office offers
 * @param theirs whether the viewer's office answers
 * @param seen whether the viewer sees the prospect itself
 * @param contact whose contact would go along, masked
 */
record TransferPage(
        UUID id,
        boolean ours,
        boolean theirs,
        boolean seen,
        UUID prospect,
        String number,
        String enterprise,
        String matter,
        String chain,
        String region,
        @Nullable Money amount,
        String summary,
        Stage stage,
        ProspectStatus status,
        UUID fromId,
        String from,
        UUID toId,
        String to,
        String reason,
        boolean stays,
        TransferState state,
        String offeredBy,
        LocalDate offeredOn,
        String approvedBy,
        String answer,
        String answeredBy,
        @Nullable LocalDate answeredOn,
        ConsentState consent,
        @Nullable String consentHow,
        @Nullable LocalDate consentOn,
        String evidence,
        String contact) {

    public boolean isOurs() {
        return ours;
    }

    public boolean isTheirs() {
        return theirs;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** The enterprise may still speak, also after the other office has accepted. */
    public boolean isConsentOpen() {
        return consent == ConsentState.ASKED && (state.isOpen() || state == TransferState.ACCEPTED);
    }
}
