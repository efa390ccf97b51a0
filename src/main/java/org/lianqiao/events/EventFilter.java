package org.lianqiao.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * How the list of events is narrowed, as typed in the address.
 *
 * @param when {@code upcoming}, {@code past}, or all
 */
record EventFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String region,
        @Nullable String when) {

    private Conditions conditions() {
        return Conditions.where("true")
                .words("(e.name_zh ilike :q or e.name_en ilike :q or e.place_zh ilike :q or e.number ilike :q)", q)
                .and("e.kind = :kind", "kind", kindOf())
                .region("e.region_code", regionOf())
                .andIf("upcoming".equals(whenOf()), "e.ends_at > now()")
                .andIf("past".equals(whenOf()), "e.ends_at <= now()");
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    public boolean isNarrow() {
        return !values().isEmpty() || whenOf() != null;
    }

    @Nullable
    EventKind kindOf() {
        return Lenient.value(EventKind.class, kind);
    }

    @Nullable
    String regionOf() {
        return Lenient.region(region);
    }

    @Nullable
    String whenOf() {
        return "upcoming".equals(when) || "past".equals(when) ? when : null;
    }
}
