package org.lianqiao.prospects;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call, as the staff learnt it.
 *
 * @param noticedOn the day on which the person was told that the portal keeps this (PIPL art. 17)
 */
record ContactForm(
        @Size(min = 1, max = 60, message = "{prospects.contact.name.size}")
        String name,

        @Size(max = 60, message = "{prospects.tooLong}") String title,
        @Size(max = 40, message = "{prospects.tooLong}") String phone,
        @Nullable LocalDate noticedOn) {
    ContactForm {
        name = Objects.requireNonNullElse(name, "");
        title = Objects.requireNonNullElse(title, "");
        phone = Objects.requireNonNullElse(phone, "");
    }
}
