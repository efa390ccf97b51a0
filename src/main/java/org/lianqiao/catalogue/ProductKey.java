package org.lianqiao.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling of a product's name, the same as the database's {@code product_key}: full and half width, case, spaces,
 * brackets and dashes do not tell products apart.
 */
public final class ProductKey {
    private static final Pattern MARKS =
            Pattern.compile("[\\s\\u00A0\\u3000()\\[\\]{}<>《》【】「」·・.,，。、'\"“”‘’_/\\\\\\-]");

    private ProductKey() {}

    /** @return empty where the name holds nothing but marks */
    public static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(plain).replaceAll("");
    }
}
