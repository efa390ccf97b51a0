package org.lianqiao.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** A region takes its children along. */
    String where() {
        var sql = new StringBuilder("true");
        if (Lenient.pattern(q) != null)
            sql.append(" and (e.name_zh ilike :q or e.name_en ilike :q or e.place_zh ilike :q or e.number ilike :q)");
        if (kindOf() != null) sql.append(" and e.kind = :kind");
        if (regionOf() != null)
            sql.append(" and e.region_code in (select code from region where :region in (code, parent_code))");
        if ("upcoming".equals(whenOf())) sql.append(" and e.ends_at > now()");
        if ("past".equals(whenOf())) sql.append(" and e.ends_at <= now()");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        var words = Lenient.pattern(q);
        if (words != null) values.put("q", words);
        var wanted = kindOf();
        if (wanted != null) values.put("kind", wanted.name());
        var place = regionOf();
        if (place != null) values.put("region", place);
        return values;
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
        return region != null && region.matches("[0-9]{6}") ? region : null;
    }

    @Nullable
    String whenOf() {
        return "upcoming".equals(when) || "past".equals(when) ? when : null;
    }
}
