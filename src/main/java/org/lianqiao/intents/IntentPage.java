package org.lianqiao.intents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/**
 * An intent as one reader may see it.
 *
 * @param owner whose need or project it is, also where it is published without the name; only for the office that answers
 */
record IntentPage(
        UUID id,
        @Nullable String number,
        IntentState state,
        IntentTarget target,
        @Nullable UUID subject,
        String title,
        String owner,
        String enterprise,
        String uscc,
        String contactName,
        String contactPhone,
        @Nullable SiteFunction function,
        @Nullable BigDecimal amountYuan,
        String message,
        boolean ownerMaySee,
        @Nullable UUID officeId,
        String office,
        @Nullable String submittedAt,
        @Nullable LocalDate dueOn,
        boolean late,
        @Nullable UUID prospect,
        Seat seat,
        List<Change> changes) {

    /** From where the reader looks at it. */
    enum Seat {
        OFFICE,
        COORDINATOR,
        SIDE,
        FORMER_OFFICE,
        SENDER,
        OWNER
    }

    record Change(IntentAction action, String reason, String fromOffice, String toOffice, String by, String at) {}

    public @Nullable Money amount() {
        return Money.ofYuan(amountYuan);
    }

    public boolean isMine() {
        return seat == Seat.SENDER;
    }

    public boolean mayAnswerAsOffice() {
        return seat == Seat.OFFICE && state.isWaiting();
    }

    public boolean mayAssign() {
        return seat == Seat.COORDINATOR;
    }

    public boolean mayReveal() {
        return seat == Seat.OFFICE || seat == Seat.OWNER && ownerMaySee;
    }

    /** Whether a contact is shown at all, masked or whole. */
    public boolean hasContact() {
        return seat != Seat.FORMER_OFFICE && (seat != Seat.OWNER || ownerMaySee);
    }

    IntentPage masked() {
        return seat == Seat.SENDER
                ? this
                : contact(hasContact() ? Masked.name(contactName) : "", hasContact() ? Masked.phone(contactPhone) : "");
    }

    private IntentPage contact(String name, String phone) {
        return new IntentPage(
                id,
                number,
                state,
                target,
                subject,
                title,
                owner,
                enterprise,
                uscc,
                name,
                phone,
                function,
                amountYuan,
                message,
                ownerMaySee,
                officeId,
                office,
                submittedAt,
                dueOn,
                late,
                prospect,
                seat,
                changes);
    }
}
