package org.lianqiao.meetings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
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
    private Conditions conditions() {
        return Conditions.where("true")
                .words("(o.name ilike :q or m.number ilike :q or m.place ilike :q)", q)
                // What an office thinks of a meeting is no key by which the other side could find it.
                .and("m.outcome = :outcome and (:inside or m.minutes_shared)", "outcome", outcomeOf())
                .and("m.office_id = :wantedOffice", "wantedOffice", officeOf())
                .days("m.held_at", Lenient.date(from), Lenient.date(to))
                .and("m.online = :online", "online", formOf() == null ? null : "online".equals(form))
                .and("m.prospect_id = :prospect", "prospect", Lenient.id(prospect))
                .and("m.need_id = :need", "need", Lenient.id(need))
                .and("m.project_id = :project", "project", Lenient.id(project))
                .and("m.event_id = :event", "event", Lenient.id(event));
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
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
}
