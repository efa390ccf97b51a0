package org.lianqiao.organizations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation changes of itself. Name and code were reviewed and stay. */
record ProfileForm(
        @Size(max = 20, message = "{organizations.tooLong}") String shortName,

        @Size(max = 120, message = "{organizations.tooLong}")
        String nameEn,

        @NotBlank(message = "{organizations.required.region}")
        String regionCode,

        @Nullable OrganizationSize size,

        @Size(max = 4, message = "{organizations.industry.unknown}")
        String industryCode,

        @Size(max = 10, message = "{organizations.nodes.tooMany}") @Nullable
        List<UUID> nodeIds,

        @Size(max = 300, message = "{organizations.tooLong}")
        String products,

        @Size(max = 1000, message = "{organizations.tooLong}")
        String profile,

        @Size(max = 120, message = "{organizations.tooLong}")
        String address,

        @Size(max = 200, message = "{organizations.tooLong}")
        @Pattern(regexp = "(https?://[^\\s\"'<>]+)?", message = "{organizations.website.wrong}")
        String website,

        @Nullable Long version) {
    ProfileForm {
        shortName = text(shortName);
        nameEn = text(nameEn);
        regionCode = text(regionCode);
        industryCode = text(industryCode);
        products = text(products);
        profile = text(profile);
        address = text(address);
        website = text(website);
    }

    static ProfileForm of(Profile p) {
        return new ProfileForm(
                p.shortName(),
                p.nameEn(),
                text(p.regionCode()),
                p.size(),
                text(p.industryCode()),
                p.nodeIds(),
                String.join("、", p.products()),
                p.profile(),
                p.address(),
                p.website(),
                p.version());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
