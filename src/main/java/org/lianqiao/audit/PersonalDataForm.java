package org.lianqiao.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written. Who is signed in is not asked for name and phone; an administrator writes them for whoever
 * called or wrote a letter.
 */
record PersonalDataForm(
        @NotNull(message = "{audit.request.required.kind}") @Nullable
        PersonalDataKind kind,

        @Size(max = 30, message = "{audit.tooLong}") String name,
        @Size(max = 30, message = "{audit.tooLong}") String phone,
        @Size(max = 120, message = "{audit.tooLong}") String email,
        @Size(max = 1000, message = "{audit.tooLong}") String detail) {
    PersonalDataForm {
        name = Objects.requireNonNullElse(name, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        detail = Objects.requireNonNullElse(detail, "");
    }

    static PersonalDataForm empty() {
        return new PersonalDataForm(PersonalDataKind.ACCESS, "", "", "", "");
    }
}
