package org.lianqiao.shared;

import org.jspecify.annotations.Nullable;

/** Personal data as others see them until they ask: 周**, 138****0000, z***@example.cn. */
public final class Masked {
    private Masked() {}

    public static String name(@Nullable String name) {
        if (name == null || name.isBlank()) return "";
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    public static String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) return "";
        var shown = phone.startsWith("+86") ? phone.substring(3) : phone;
        return shown.length() < 8
                ? "****"
                : shown.substring(0, shown.length() - 8) + "****" + shown.substring(shown.length() - 4);
    }

    public static String email(@Nullable String email) {
        if (email == null || email.isBlank()) return "";
        int at = email.indexOf('@');
        return at < 1 ? "****" : email.substring(0, 1) + "***" + email.substring(at);
    }
}
