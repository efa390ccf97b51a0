package org.lianqiao.shared;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 统一社会信用代码, GB 32100-2015: 17 characters and a check character. The weight of character i (from 1) is
 * 3^(i-1) mod 31; the check is alphabet[(31 − Σ mod 31) mod 31].
 */
public record Uscc(String value) implements Serializable {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** @throws IllegalArgumentException where length, alphabet or check character are wrong */
    public Uscc {
        if (!isValid(value)) throw new IllegalArgumentException("not a valid unified social credit code: " + value);
    }

    /** Reads what a person typed: full width, small letters and spaces are forgiven; a wrong code gives nothing. */
    public static Optional<Uscc> parse(@Nullable String typed) {
        var text = tidy(typed);
        return isValid(text) ? Optional.of(new Uscc(text)) : Optional.empty();
    }

    /** What was typed, in the form in which it would be checked. */
    public static String tidy(@Nullable String typed) {
        if (typed == null) return "";
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean isValid(String text) {
        if (text.length() != LENGTH) return false;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) return false;
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return text.charAt(LENGTH - 1) == ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
