package org.lianqiao.web;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is kept for the offices is kept in their language, in whichever language the page was read. */
public final class InChinese {
    private InChinese() {}

    public static <T> T words(Supplier<T> words) {
        var here = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.CHINA);
        try {
            return words.get();
        } finally {
            LocaleContextHolder.setLocaleContext(here);
        }
    }
}
