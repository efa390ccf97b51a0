package org.lianqiao.events.guests;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guest writes: one phone page.
 *
 * @param organizationName not asked of who is signed in
 * @param about what the guest brings and seeks; others read it when they choose whom to meet
 */
record RegistrationForm(
        @Size(max = 120, message = "{events.tooLong}") String organizationName,

        @Size(min = 2, max = 60, message = "{events.guest.name.size}")
        String name,

        @Size(max = 60, message = "{events.tooLong}") String position,
        @Size(max = 30, message = "{events.tooLong}") String phone,

        @Size(max = 120, message = "{events.tooLong}")
        @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "{events.guest.email.wrong}")
        String email,

        @Nullable String regionCode,
        @Nullable UUID chain,
        @Size(max = 300, message = "{events.tooLong}") String about,
        @Nullable Boolean consent) {
    RegistrationForm {
        organizationName = Objects.requireNonNullElse(organizationName, "");
        name = Objects.requireNonNullElse(name, "");
        position = Objects.requireNonNullElse(position, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        about = Objects.requireNonNullElse(about, "");
    }

    static RegistrationForm of(String name, String phone, String email) {
        return new RegistrationForm("", name, "", phone, email, null, null, "", null);
    }
}
