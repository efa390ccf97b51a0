package org.lianqiao.administration.settings;

import java.util.Arrays;
import java.util.Optional;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Lenient;

/** Every setting that the portal reads, with what it is without one. A test compares this list with the code. */
enum KnownSetting {
    ORGANIZER("site.organizer", Group.SITE, "", 60),
    ICP("site.icp", Group.SITE, "", 60),
    SUPPORT("site.support", Group.SITE, "", 60),
    PRIVACY_VERSION("privacy.version", Group.PRIVACY, "2026-01", 20),
    PERSONAL_DATA_DAYS("personal-data.answer-days", Group.PRIVACY, 15, 1, 30),
    DRAFT_DAYS("drafts.days", Group.PRIVACY, 30, 1, 365),
    SIGN_IN_FAILURES("sign-in.failures", Group.SIGN_IN, 5, 3, 20),
    SIGN_IN_ADDRESS_FAILURES("sign-in.address-failures", Group.SIGN_IN, 50, 10, 1000),
    SIGN_IN_LOCK("sign-in.lock-minutes", Group.SIGN_IN, 15, 1, 1440),
    INVITATION_DAYS("invitations.days", Group.SIGN_IN, 7, 1, 30),
    REVIEW_DAYS("reviews.days", Group.DEADLINE, 2, 1, 15),
    INTENT_DAYS("intents.answer-days", Group.DEADLINE, 3, 1, 30),
    FIRST_CONTACT_DAYS("ledger.first-contact-days", Group.DEADLINE, 3, 1, 30),
    PROTECTION_DAYS("ledger.protection-days", Group.DEADLINE, 90, 7, 365),
    PROTECTION_WARNING_DAYS("ledger.protection-warning-days", Group.DEADLINE, 14, 1, 60),
    STOCK_UNTIL("ledger.stock-until", Group.DEADLINE, "", 10),
    LEAD_CONSULTATION_DAYS("ledger.consultation-days", Group.DEADLINE, 5, 1, 30),
    ESCALATE_LEAD_DAYS("ledger.escalate-lead-days", Group.DEADLINE, 2, 1, 30),
    ESCALATE_CHIEF_DAYS("ledger.escalate-chief-days", Group.DEADLINE, 5, 2, 60),
    CONTACT_EXPORT_ROWS("ledger.contact-export-rows", Group.PRIVACY, 500, 1, 5000),
    CONSULTATION_DAYS("consultations.answer-days", Group.DEADLINE, 5, 1, 30),
    TAX_SHARES("projects.tax-shares", Group.SITE, 0, 0, 1),
    SCHEDULE_SECONDS("events.schedule-seconds", Group.EVENT, 10, 1, 120);

    /** Under which heading a setting stands. */
    enum Group {
        SITE,
        PRIVACY,
        SIGN_IN,
        DEADLINE,
        EVENT
    }

    final String key;
    final Group group;
    final String otherwise;
    final boolean number;
    /** The least number; for a text it has no meaning. */
    final int least;
    /** The greatest number, or the most characters of a text. */
    final int most;

    KnownSetting(String key, Group group, String otherwise, int most) {
        this.key = key;
        this.group = group;
        this.otherwise = otherwise;
        this.number = false;
        this.least = 0;
        this.most = most;
    }

    KnownSetting(String key, Group group, int otherwise, int least, int most) {
        this.key = key;
        this.group = group;
        this.otherwise = String.valueOf(otherwise);
        this.number = true;
        this.least = least;
        this.most = most;
    }

    static Optional<KnownSetting> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    /** The value as it is kept. @throws Refused at the field {@code value} where it is out of range */
    String checked(String typed) {
        if (number) {
            if (!typed.matches("[0-9]{1,6}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most)
                throw Refused.at("value", "administration.settings.range", least, most);
            return String.valueOf(Integer.parseInt(typed));
        }
        if (typed.codePointCount(0, typed.length()) > most)
            throw Refused.at("value", "administration.settings.long", most);
        if (this == STOCK_UNTIL && !typed.isEmpty() && Lenient.date(typed) == null)
            throw Refused.at("value", "administration.settings.date");
        if (typed.isEmpty() && !otherwise.isEmpty()) throw Refused.at("value", "administration.settings.empty");
        return typed;
    }
}
