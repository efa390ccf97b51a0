package org.lianqiao.accounts;

import java.util.Locale;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Refused;

/** How a person is reached and signs in: a phone number in E.164, or a mail address in small letters. */
record Reach(String value) {
    /** @throws Refused at the field where it is neither */
    static Reach parse(String typed, String field) {
        return typed.contains("@") ? mail(typed, field) : phone(typed, field);
    }

    static Reach phone(String typed, String field) {
        return new Reach(Phones.parse(typed).orElseThrow(() -> Refused.at(field, "accounts.phone.wrong")));
    }

    static Reach mail(String typed, String field) {
        var mail = typed.toLowerCase(Locale.ROOT);
        if (!mail.matches("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]+") || mail.length() > 120)
            throw Refused.at(field, "accounts.email.wrong");
        return new Reach(mail);
    }

    boolean isMail() {
        return value.contains("@");
    }

    /** Where an account keeps it. */
    String column() {
        return isMail() ? "email" : "phone";
    }

    String phone() {
        return isMail() ? "" : value;
    }

    String mail() {
        return isMail() ? value : "";
    }

    static String masked(String value) {
        return value.contains("@") ? Masked.email(value) : Masked.phone(value);
    }
}
