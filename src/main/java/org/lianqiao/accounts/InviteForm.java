package org.lianqiao.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom a manager invites. */
record InviteForm(
        @NotBlank(message = "{accounts.required.name}") @Size(max = 30, message = "{accounts.tooLong}")
        String name,

        @NotBlank(message = "{accounts.required.reach}") @Size(max = 120, message = "{accounts.tooLong}")
        String target,

        @Nullable Boolean manager) {
    InviteForm {
        name = RegistrationForms.text(name);
        target = RegistrationForms.text(target);
    }
}
