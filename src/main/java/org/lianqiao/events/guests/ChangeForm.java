package org.lianqiao.events.guests;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** What a guest may change about himself. */
record ChangeForm(
        @Size(min = 2, max = 120, message = "{events.guest.organization.size}")
        String organizationName,

        @Size(min = 2, max = 60, message = "{events.guest.name.size}")
        String name,

        @Size(max = 60, message = "{events.tooLong}") String position,
        @Size(max = 30, message = "{events.tooLong}") String phone,

        @Size(max = 120, message = "{events.tooLong}")
        @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "{events.guest.email.wrong}")
        String email,

        @Size(max = 300, message = "{events.tooLong}") String about) {
    ChangeForm {
        organizationName = Objects.requireNonNullElse(organizationName, "");
        name = Objects.requireNonNullElse(name, "");
        position = Objects.requireNonNullElse(position, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        about = Objects.requireNonNullElse(about, "");
    }

    static ChangeForm of(Guest guest) {
        return new ChangeForm(
                guest.organization(), guest.name(), guest.position(), guest.phone(), guest.email(), guest.about());
    }
}
