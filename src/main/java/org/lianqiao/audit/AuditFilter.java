package org.lianqiao.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;
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
    String where() {
        var sql = new StringBuilder("true");
        if (Lenient.pattern(person) != null)
            sql.append(" and account_id in (select id from account where name || ' ' || login ilike :person)");
        if (Lenient.pattern(organization) != null)
            sql.append(" and organization_id in (select id from organization where name ilike :organization)");
        if (code(action) != null) sql.append(" and action = :action");
        if (code(entity) != null) sql.append(" and entity = :entity");
        if (Lenient.id(record) != null) sql.append(" and entity_id = :record");
        if (Lenient.date(from) != null) sql.append(" and at >= :from");
        if (Lenient.date(to) != null) sql.append(" and at < :to");
        if (Lenient.pattern(q) != null) sql.append(" and subject || ' ' || detail ilike :q");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "person", Lenient.pattern(person));
        put(values, "organization", Lenient.pattern(organization));
        put(values, "action", code(action));
        put(values, "entity", code(entity));
        put(values, "record", Lenient.id(record));
        put(values, "q", Lenient.pattern(q));
        var first = Lenient.date(from);
        if (first != null) values.put("from", first.atStartOfDay(Time.ZONE).toOffsetDateTime());
        var last = Lenient.date(to);
        if (last != null)
            values.put("to", last.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime());
        return values;
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

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }
}
