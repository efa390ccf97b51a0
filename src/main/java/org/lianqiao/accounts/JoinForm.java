package org.lianqiao.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person says to join an organisation. */
record JoinForm(
        @NotBlank(message = "{accounts.required.name}") @Size(max = 30, message = "{accounts.tooLong}")
        String name,

        @NotBlank(message = "{accounts.required.reach}") @Size(max = 120, message = "{accounts.tooLong}")
        String reach,

        @NotBlank(message = "{accounts.join.required.reason}") @Size(max = 200, message = "{accounts.tooLong}")
        String reason,

        String password,
        @Nullable Boolean agreed) {
    JoinForm {
        name = RegistrationForms.text(name);
        reach = RegistrationForms.text(reach);
        reason = RegistrationForms.text(reason);
        password = RegistrationForms.text(password);
    }
}
