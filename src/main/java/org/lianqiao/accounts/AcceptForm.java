package org.lianqiao.accounts;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the invited person adds. */
record AcceptForm(
        @Size(max = 30, message = "{accounts.tooLong}") String name,
        String password,
        @Nullable Boolean agreed) {
    AcceptForm {
        name = RegistrationForms.text(name);
        password = RegistrationForms.text(password);
    }
}
