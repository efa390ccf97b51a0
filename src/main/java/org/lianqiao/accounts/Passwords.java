package org.lianqiao.accounts;

import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be: at least 10 characters with letters and digits; bcrypt reads 72 bytes. */
@Component
@RequiredArgsConstructor
class Passwords {
    private static final int LEAST = 10;
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;

    /** @throws Refused at the field {@code password} where it is too weak or too long */
    String hash(String password) {
        check(password);
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    /** @throws Refused at the field {@code password} where it is too weak or too long */
    void check(String password) {
        boolean mixed = password.codePoints().anyMatch(Character::isLetter)
                && password.codePoints().anyMatch(Character::isDigit);
        if (password.length() < LEAST || !mixed) throw Refused.at("password", "accounts.password.weak");
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
            throw Refused.at("password", "accounts.password.long");
    }

    boolean matches(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && encoder.matches(password, hash);
    }
}
