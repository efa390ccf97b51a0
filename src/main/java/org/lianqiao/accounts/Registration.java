package org.lianqiao.accounts;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.OrganizationKind;

/**
 * A registration as it stands, saved page by page.
 *
 * @param confirmedTarget the phone number or mail address that a code has proved
 */
record Registration(
        UUID id,
        @Nullable String number,
        State state,
        OrganizationKind kind,
        String name,
        String uscc,
        @Nullable String regionCode,
        @Nullable OrganizationSize size,
        List<UUID> nodeIds,
        String products,
        String profile,
        @Nullable UUID licenceFileId,
        String contactName,
        String contactTitle,
        String contactPhone,
        String contactEmail,
        boolean hasPassword,
        @Nullable UUID consentId,
        @Nullable String confirmedTarget,
        @Nullable OffsetDateTime submittedAt) {

    enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN;

        /** Whether the applicant may still change what is written. */
        boolean isOpen() {
            return this == DRAFT || this == RETURNED;
        }
    }

    boolean has(RegistrationStep step) {
        return switch (step) {
            case ORGANIZATION -> !name.isEmpty() && !uscc.isEmpty() && regionCode != null;
            case INDUSTRY -> !products.isEmpty();
            case LICENCE -> licenceFileId != null;
            case CONTACT -> !contactName.isEmpty() && hasPassword && consentId != null && !reach().isEmpty();
        };
    }

    /** The first page that is still empty. */
    Optional<RegistrationStep> missing() {
        return Arrays.stream(RegistrationStep.values()).filter(s -> !has(s)).findFirst();
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Where the code goes: the phone, else the mail address. */
    String reach() {
        return contactPhone.isEmpty() ? contactEmail : contactPhone;
    }

    /** The same as its owner recognises it; the page's address may be forwarded. */
    public String maskedReach() {
        return contactPhone.isEmpty() ? Masked.email(contactEmail) : Masked.phone(contactPhone);
    }

    public boolean isConfirmed() {
        return reach().equals(confirmedTarget);
    }
}
