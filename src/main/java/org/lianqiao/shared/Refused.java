package org.lianqiao.shared;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the business says no. The message is a key of the bundles, shown at the form's field, or above the form
 * where no field is named.
 */
@Getter
public class Refused extends RuntimeException {
    private final @Nullable String field;
    private final String key;
    private final transient Object[] args;

    public Refused(String key, Object... args) {
        this(null, key, args);
    }

    private Refused(@Nullable String field, String key, Object[] args) {
        super(key);
        this.field = field;
        this.key = key;
        this.args = args;
    }

    public static Refused at(String field, String key, Object... args) {
        return new Refused(field, key, args);
    }
}
