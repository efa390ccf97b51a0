package org.lianqiao.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a column.
 *
 * @param column from 0
 * @param title as the sheet has it, on one line
 * @param unit in which its sums are written, in yuan; nothing where the head does not say
 */
public record Heading(int column, String title, @Nullable BigDecimal unit) {
    private static final Pattern ASIDE = Pattern.compile("[（(【\\[][^（(【\\[）)】\\]]*[）)】\\]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s*＊★_:：、]+");

    static Heading of(int column, String typed) {
        return new Heading(column, typed.replaceAll("\\s*\\n\\s*", "").strip(), unitIn(typed));
    }

    /** The name alone: without what stands in brackets, spaces, stars; letters small and of half width. */
    public String name() {
        return plain(title);
    }

    /** A name in the form in which heads are compared. */
    public static String plain(String name) {
        var half = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var outside = BLANKS.matcher(ASIDE.matcher(half).replaceAll("")).replaceAll("");
        return (outside.isEmpty() ? BLANKS.matcher(half).replaceAll("") : outside).toLowerCase(Locale.ROOT);
    }

    /** @return the unit of sums that a text names as its only one, in yuan */
    static @Nullable BigDecimal unitIn(String text) {
        boolean foreign = text.contains("美元") || text.contains("欧元") || text.contains("港");
        if (foreign) return null;
        if (text.matches("(?s).*亿.*")) return text.contains("万") ? null : Sums.YI;
        if (text.matches("(?s).*万元?.*")) return Sums.WAN;
        return text.matches("(?s).*[（(:：]\\s*(人民币)?元\\s*[）)]?.*") ? BigDecimal.ONE : null;
    }
}
