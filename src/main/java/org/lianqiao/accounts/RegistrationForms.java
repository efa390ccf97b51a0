package org.lianqiao.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.springframework.web.multipart.MultipartFile;

/** What is typed on each page of a registration. */
final class RegistrationForms {
    private RegistrationForms() {}

    /** Which organisation it is. */
    record Identity(
            @NotNull(message = "{accounts.required.kind}") @Nullable
            OrganizationKind kind,

            @Size(min = 4, max = 120, message = "{accounts.name.size}")
            String name,

            @NotBlank(message = "{accounts.required.uscc}") @Size(max = 60, message = "{accounts.uscc.wrong}")
            String uscc,

            @NotBlank(message = "{accounts.required.region}") @Size(max = 6, message = "{accounts.required.region}")
            String regionCode) {
        Identity {
            name = text(name);
            uscc = text(uscc);
            regionCode = text(regionCode);
        }

        /** @throws Refused at the field where the check digit is wrong */
        Uscc code() {
            return Uscc.parse(uscc).orElseThrow(() -> Refused.at("uscc", "accounts.uscc.wrong"));
        }
    }

    /** Where it stands in the industry chains. */
    record Industry(
            @Size(max = 10, message = "{organizations.nodes.tooMany}") @Nullable
            List<UUID> nodeIds,

            @NotBlank(message = "{accounts.required.products}") @Size(max = 300, message = "{accounts.tooLong}")
            String products,

            @Nullable OrganizationSize size,

            @Size(max = 1000, message = "{accounts.tooLong}")
            String profile) {
        Industry {
            products = text(products);
            profile = text(profile);
        }
    }

    /** The licence, as a scan or a photo. */
    record Licence(@Nullable MultipartFile licence) {}

    /** Who speaks for it, and how this person signs in later. */
    record Contact(
            @NotBlank(message = "{accounts.required.contactName}") @Size(max = 30, message = "{accounts.tooLong}")
            String contactName,

            @Size(max = 30, message = "{accounts.tooLong}") String contactTitle,

            @Size(max = 30, message = "{accounts.phone.wrong}")
            String contactPhone,

            @Size(max = 120, message = "{accounts.email.wrong}")
            String contactEmail,

            String password,
            @Nullable Boolean agreed) {
        Contact {
            contactName = text(contactName);
            contactTitle = text(contactTitle);
            contactPhone = text(contactPhone);
            contactEmail = text(contactEmail);
            password = text(password);
        }

        void requireReach() {
            if (contactPhone.isEmpty() && contactEmail.isEmpty())
                throw Refused.at("contactPhone", "accounts.required.reach");
        }

        String phone() {
            return contactPhone.isEmpty()
                    ? ""
                    : Reach.phone(contactPhone, "contactPhone").value();
        }

        String mail() {
            return contactEmail.isEmpty()
                    ? ""
                    : Reach.mail(contactEmail, "contactEmail").value();
        }
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
