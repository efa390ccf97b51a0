package org.lianqiao.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a filter from an address that people edit by hand: what cannot be read filters nothing. */
public final class Lenient {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private Lenient() {}

    public static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable UUID id(@Nullable String typed) {
        return typed != null && typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(typed)
                : null;
    }

    /** A number of at most nine digits before and four after the point. */
    public static @Nullable BigDecimal number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}(\\.[0-9]{1,4})?") ? new BigDecimal(typed) : null;
    }

    /** A sum typed in 万元, in yuan. */
    public static @Nullable BigDecimal yuan(@Nullable String wan) {
        var number = number(wan);
        return number == null ? null : number.multiply(WAN);
    }

    /** The six digits of an administrative region. */
    public static @Nullable String region(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{6}") ? typed : null;
    }

    public static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 10 ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A whole text, to be found as it is. */
    public static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() || !Typed.isReadable(typed) ? null : typed.strip();
    }

    /** A text to look for, for {@code like}: wildcards are literal, at most 60 characters; nothing where empty. */
    public static @Nullable String pattern(@Nullable String typed) {
        if (typed == null || typed.isBlank() || !Typed.isReadable(typed)) return null;
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > 60) text = text.substring(0, text.offsetByCodePoints(0, 60));
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
