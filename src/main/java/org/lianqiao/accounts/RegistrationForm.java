package org.lianqiao.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;

/** What an organisation says of itself to be let in, and who speaks for it. */
record RegistrationForm(
        @NotNull(message = "{accounts.required.kind}") @Nullable
        OrganizationKind kind,

        @Size(min = 4, max = 120, message = "{accounts.name.size}")
        String name,

        @NotBlank(message = "{accounts.required.uscc}") String uscc,
        @NotBlank(message = "{accounts.required.region}") String regionCode,
        @Nullable OrganizationSize size,
        @Nullable List<UUID> nodeIds,
        @Size(max = 300, message = "{accounts.tooLong}") String products,
        @Size(max = 1000, message = "{accounts.tooLong}") String profile,

        @NotBlank(message = "{accounts.required.contactName}") @Size(max = 30, message = "{accounts.tooLong}")
        String contactName,

        @Size(max = 30, message = "{accounts.tooLong}") String contactTitle,
        String contactPhone,
        @Size(max = 120, message = "{accounts.tooLong}") String contactEmail,
        String password,
        @Nullable Boolean agreed) {

    RegistrationForm {
        name = text(name);
        uscc = text(uscc);
        regionCode = text(regionCode);
        products = text(products);
        profile = text(profile);
        contactName = text(contactName);
        contactTitle = text(contactTitle);
        contactPhone = text(contactPhone);
        contactEmail = text(contactEmail);
        password = Objects.requireNonNullElse(password, "");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
