package org.lianqiao.events.guests;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;

/** How the list of guests is narrowed, as typed in the address. */
record GuestFilter(
        @Nullable String q,
        @Nullable String state,
        @Nullable String here,
        @Nullable String change) {

    String where() {
        var sql = new StringBuilder("true");
        if (Lenient.pattern(q) != null)
            sql.append(
                    " and (g.name ilike :q or g.organization_name ilike :q or g.phone like :q or g.number::text = :exact)");
        if (stateOf() != null) sql.append(" and g.state = :state");
        if ("yes".equals(here)) sql.append(" and g.checked_in_at is not null");
        if ("no".equals(here)) sql.append(" and g.state = 'CONFIRMED' and g.checked_in_at is null");
        if ("yes".equals(change))
            sql.append(
                    " and exists (select from event_guest_change c where c.guest_id = g.id and c.decided_at is null)");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        var words = Lenient.pattern(q);
        if (words != null && q != null) {
            values.put("q", words);
            values.put("exact", q.strip().replaceFirst("^0+(?=.)", ""));
        }
        var wanted = stateOf();
        if (wanted != null) values.put("state", wanted.name());
        return values;
    }

    public boolean isNarrow() {
        return !where().equals("true");
    }

    @Nullable
    GuestState stateOf() {
        return Lenient.value(GuestState.class, state);
    }
}
