package org.lianqiao.accounts;

import java.util.Locale;

/** The pages of a registration, one thing each, in their order. */
enum RegistrationStep {
    ORGANIZATION,
    INDUSTRY,
    LICENCE,
    CONTACT;

    /** The page's name in the address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
