package org.lianqiao.intents;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What an intent is about, found and named.
 *
 * @param title empty where there is no particular target
 * @param titleEn for who reads English; empty where there is none
 * @param owner the organisation whose need or project it is
 * @param office the office that answers; nothing where the coordinating offices must assign
 */
record Target(
        IntentTarget kind,
        @Nullable UUID needId,
        @Nullable UUID projectId,
        @Nullable String region,
        String title,
        String titleEn,
        @Nullable UUID owner,
        UUID alliance,
        @Nullable UUID office,
        @Nullable UUID chain,
        @Nullable UUID node) {

    /** The title as the present reader reads it. */
    public String shown() {
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        return english && !titleEn.isEmpty() ? titleEn : title;
    }
}
