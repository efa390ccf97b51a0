package org.lianqiao.administration.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Role;

/** Who is invited, into which organisation, to do what. @param target a phone number or a mail address */
record InvitationForm(
        @NotNull(message = "{administration.invitation.required.organization}") @Nullable
        UUID organization,

        @NotBlank(message = "{administration.invitation.required.name}")
        @Size(max = 30, message = "{administration.tooLong}")
        String name,

        @NotBlank(message = "{administration.invitation.required.target}")
        @Size(max = 120, message = "{administration.tooLong}")
        String target,

        @NotEmpty(message = "{administration.account.roles.none}")
        Set<Role> roles) {
    InvitationForm {
        name = Objects.requireNonNullElse(name, "");
        target = Objects.requireNonNullElse(target, "");
        roles = Objects.requireNonNullElse(roles, Set.of());
    }
}
