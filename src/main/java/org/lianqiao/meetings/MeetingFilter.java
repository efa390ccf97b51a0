package org.lianqiao.meetings;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Lenient;

/**
 * How the list of meetings is narrowed, as typed in the address.
 *
 * @param from the first day
 * @param to the last day
 * @param form {@code online} or {@code onsite}
 * @param scope {@code mine}: what the own organisation took part in
 */
record MeetingFilter(
        @Nullable String q,
        @Nullable String outcome,
        @Nullable String office,
        @Nullable String from,
        @Nullable String to,
        @Nullable String form,
        @Nullable String scope,
        @Nullable String prospect,
        @Nullable String need,
        @Nullable String project,
        @Nullable String event) {

    /** Conditions on a meeting {@code m} and its enterprise {@code o}. */
    String where() {
        var sql = new StringBuilder("true");
        if (Lenient.pattern(q) != null) sql.append(" and (o.name ilike :q or m.number ilike :q or m.place ilike :q)");
        // What an office thinks of a meeting is no key by which the other side could find it.
        if (outcomeOf() != null) sql.append(" and m.outcome = :outcome and (:inside or m.minutes_shared)");
        if (Lenient.id(office) != null) sql.append(" and m.office_id = :wantedOffice");
        if (Lenient.date(from) != null) sql.append(" and m.held_at >= :from");
        if (Lenient.date(to) != null) sql.append(" and m.held_at < :to");
        if (formOf() != null) sql.append(" and m.online = :online");
        if (Lenient.id(prospect) != null) sql.append(" and m.prospect_id = :prospect");
        if (Lenient.id(need) != null) sql.append(" and m.need_id = :need");
        if (Lenient.id(project) != null) sql.append(" and m.project_id = :project");
        if (Lenient.id(event) != null) sql.append(" and m.event_id = :event");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "q", Lenient.pattern(q));
        put(values, "outcome", outcomeOf() == null ? null : outcomeOf().name());
        put(values, "wantedOffice", Lenient.id(office));
        var first = Lenient.date(from);
        if (first != null) values.put("from", first.atStartOfDay(Time.ZONE).toOffsetDateTime());
        var last = Lenient.date(to);
        if (last != null)
            values.put("to", last.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime());
        if (formOf() != null) values.put("online", "online".equals(form));
        put(values, "prospect", Lenient.id(prospect));
        put(values, "need", Lenient.id(need));
        put(values, "project", Lenient.id(project));
        put(values, "event", Lenient.id(event));
        return values;
    }

    public boolean isNarrow() {
        return !values().isEmpty() || isMine();
    }

    public boolean isMine() {
        return "mine".equals(scope);
    }

    @Nullable
    Outcome outcomeOf() {
        return Lenient.value(Outcome.class, outcome);
    }

    @Nullable
    String formOf() {
        return "online".equals(form) || "onsite".equals(form) ? form : null;
    }

    @Nullable
    UUID officeOf() {
        return Lenient.id(office);
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }
}
