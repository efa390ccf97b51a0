package org.lianqiao.events.guests;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Refused;

/** Somebody whom the hosts put on the list. */
public record InviteForm(
        @Size(min = 2, max = 120, message = "{events.guest.organization.size}")
        String organizationName,

        @Size(min = 2, max = 60, message = "{events.guest.name.size}")
        String name,

        @Size(max = 60, message = "{events.tooLong}") String position,
        @Size(max = 30, message = "{events.tooLong}") String phone,

        @Size(max = 120, message = "{events.tooLong}")
        @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "{events.guest.email.wrong}")
        String email) {
    public InviteForm {
        organizationName = Objects.requireNonNullElse(organizationName, "");
        name = Objects.requireNonNullElse(name, "");
        position = Objects.requireNonNullElse(position, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
    }

    /** @throws Refused at {@code phone} where it is none */
    public GuestLine line() {
        var number = Phones.parse(phone).orElseThrow(() -> Refused.at("phone", "events.guest.phone.wrong"));
        return new GuestLine(1, organizationName, name, position, number, email);
    }
}
