package org.lianqiao.agreements;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/** How the list of agreements is narrowed, as typed in the address. */
record AgreementFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String year,
        @Nullable String event) {

    private Conditions conditions() {
        return Conditions.where("true")
                .words(
                        "(a.title ilike :q or a.number ilike :q or exists (select from agreement_party p"
                                + " join organization o on o.id = p.organization_id"
                                + " where p.agreement_id = a.id and o.name ilike :q))",
                        q)
                .and("a.kind = :kind", "kind", kindOf())
                .and("extract(year from a.signed_on) = :year", "year", yearOf())
                .and("a.event_id = :event", "event", Lenient.id(event));
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    public boolean isNarrow() {
        return !values().isEmpty();
    }

    @Nullable
    AgreementKind kindOf() {
        return Lenient.value(AgreementKind.class, kind);
    }

    @Nullable
    Integer yearOf() {
        return year != null && year.matches("20[0-9]{2}") ? Integer.valueOf(year) : null;
    }
}
