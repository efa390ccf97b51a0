package org.lianqiao.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * What the auditor looks for; empty texts and what cannot be read filter nothing.
 *
 * @param person a part of a name or a sign-in name
 * @param organization a part of its name
 * @param record the identifier of the record whose story is asked for
 * @param q a word of what was done
 * @param before the entry after which the page begins, going back in time
 */
record AuditFilter(
        @Nullable String person,
        @Nullable String organization,
        @Nullable String action,
        @Nullable String entity,
        @Nullable String record,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable String before) {

    /** Names are looked up first, so that the entries are found by their indexes. */
    private Conditions conditions() {
        return Conditions.where("true")
                .and(
                        "account_id in (select id from account where name || ' ' || login ilike :person)",
                        "person",
                        Lenient.pattern(person))
                .and(
                        "organization_id in (select id from organization where name ilike :organization)",
                        "organization",
                        Lenient.pattern(organization))
                .and("action = :action", "action", code(action))
                .and("entity = :entity", "entity", code(entity))
                .and("entity_id = :record", "record", recordOf())
                .days("at", Lenient.date(from), Lenient.date(to))
                .words("subject || ' ' || detail ilike :q", q);
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    /** The key of the entry before which this page begins; nothing for the newest. */
    @Nullable
    Long beforeOf() {
        return before != null && before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
    }

    @Nullable
    UUID recordOf() {
        return Lenient.id(record);
    }

    /** Whether more than the first four fields is asked for, so that they are shown. */
    public boolean isDetailed() {
        return code(entity) != null
                || Lenient.id(record) != null
                || Lenient.pattern(organization) != null
                || Lenient.pattern(q) != null;
    }

    private static @Nullable String code(@Nullable String typed) {
        return typed != null && typed.matches("[a-z_.-]{1,60}") ? typed : null;
    }
}
