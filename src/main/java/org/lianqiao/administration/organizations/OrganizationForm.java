package org.lianqiao.administration.organizations;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;

/**
 * What an administrator sets of an organisation.
 *
 * @param kind set once, when it is set up: an office or a department
 * @param parentId the office that a department belongs to
 * @param version the version that the form was made from; nothing for a new one
 */
record OrganizationForm(
        @NotNull(message = "{administration.organization.required.kind}") @Nullable
        OrganizationKind kind,

        @Size(min = 4, max = 120, message = "{administration.organization.name.size}")
        String name,

        @Size(max = 120, message = "{administration.tooLong}")
        String nameEn,

        @Size(max = 20, message = "{administration.tooLong}")
        String shortName,

        String uscc,
        String regionCode,
        @Nullable UUID parentId,

        @Size(max = 200, message = "{administration.tooLong}")
        String address,

        @Size(max = 1000, message = "{administration.tooLong}")
        String profile,

        @Nullable Long version) {

    OrganizationForm {
        name = text(name);
        nameEn = text(nameEn);
        shortName = text(shortName);
        uscc = text(uscc);
        regionCode = text(regionCode);
        address = text(address);
        profile = text(profile);
    }

    static OrganizationForm empty() {
        return new OrganizationForm(OrganizationKind.OFFICE, "", "", "", "", "", null, "", "", null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
