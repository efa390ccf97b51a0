package org.lianqiao.shared;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one module holds about a person. Every module that keeps names, phone numbers or mail addresses has one of these,
 * so that a person who asks (PIPL art. 44 to 47) is told of all of them, and all of them forget.
 */
public interface PersonalData {
    /**
     * Who asks. Empty texts find nothing.
     *
     * @param phone in E.164
     * @param email in small letters
     */
    record Person(@Nullable UUID account, String phone, String email) {}

    /** Whether a record can forget the person: it can, it must be kept for now, or for as long as a law says. */
    enum Fate {
        ERASABLE,
        IN_USE,
        KEPT_BY_LAW
    }

    /**
     * One record about the person.
     *
     * @param kind of the record, as the audit names it: contact, account, intent …
     * @param record whose reveals and exports the audit knows
     * @param about the organisation or number that says which record it is
     * @param values what is held, in plain text
     * @param source where the portal has it from
     * @param noticedOn when the person was told that the portal holds it
     */
    record Held(
            String kind,
            UUID record,
            String about,
            List<String> values,
            String source,
            @Nullable LocalDate noticedOn,
            OffsetDateTime since,
            Fate fate) {
        /** Those of the values that are there. */
        public static List<String> known(@Nullable String... values) {
            return Arrays.stream(values)
                    .filter(Objects::nonNull)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    List<Held> about(Person person);

    /** Forgets what can be forgotten, within the transaction that asks. @return how many records forgot */
    int forget(Person person);
}
