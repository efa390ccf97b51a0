package org.lianqiao.organizations;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** Phone numbers as people type them, kept in E.164 (+8613800000000); a number without a country is a Chinese one. */
public final class Phones {
    private Phones() {}

    public static Optional<String> parse(String typed) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(typed, "CN");
            return util.isPossibleNumber(number) && typed.length() <= 30
                    ? Optional.of(util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
