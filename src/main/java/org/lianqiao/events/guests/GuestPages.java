package org.lianqiao.events.guests;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The guests as the hosts see them: names and phones masked until somebody asks, which is recorded. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class GuestPages {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /** What a guest asked to have changed. */
    record Change(String organizationName, String name, String position, String phone, String email, String about) {}

    PageOf<GuestRow> list(UUID event, GuestFilter filter, Paging paging) {
        var where = " from event_guest g where g.event_id = :event and " + filter.where();
        var values = new HashMap<>(filter.values());
        values.put("event", event);
        var rows = jdbc.sql("""
                select g.*, coalesce(b.name, '') as bringer,
                       exists (select from event_guest_change c where c.guest_id = g.id and c.decided_at is null) as asks
                """
                        + where.replace(
                                "event_guest g", "event_guest g left join organization b on b.id = g.brought_by")
                        + """
                 order by array_position(array['PENDING', 'WAITING', 'INVITED', 'CONFIRMED', 'REJECTED', 'CANCELLED'], g.state),
                          coalesce(g.waiting_since, g.registered_at), g.number limit :size offset :offset
                """)
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> {
                    var g = Guest.of(row);
                    return new GuestRow(
                            g.id(),
                            g.badge(),
                            g.maskedName(),
                            g.position(),
                            g.organization(),
                            row.getString("bringer"),
                            g.maskedPhone(),
                            catalogue.regionName(g.regionCode()),
                            g.state(),
                            g.source(),
                            g.registered(),
                            g.checkedIn(),
                            row.getBoolean("asks"));
                })
                .list();
        int total = jdbc.sql("select count(*) from (select 1 " + where + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    /** How many guests stand in each state. */
    Map<GuestState, Integer> counts(UUID event) {
        var counts = new EnumMap<GuestState, Integer>(GuestState.class);
        jdbc.sql("select state, count(*) from event_guest where event_id = ? group by state")
                .param(event)
                .query(row -> {
                    counts.put(GuestState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    @Nullable
    Change change(UUID guest) {
        return jdbc.sql("""
                select organization_name, name, position, phone, email, about from event_guest_change
                 where guest_id = ? and decided_at is null
                """).param(guest).query(Change.class).optional().orElse(null);
    }

    /** How many of these phones stand on the list already. */
    int known(UUID event, List<String> phones) {
        if (phones.isEmpty()) return 0;
        return jdbc.sql("""
                select count(*) from event_guest where event_id = :event and phone in (:phones)
                   and state not in ('REJECTED', 'CANCELLED')
                """)
                .param("event", event)
                .param("phones", phones)
                .query(Integer.class)
                .single();
    }

    List<Guest> all(UUID event) {
        return jdbc.sql("select * from event_guest where event_id = ? order by number")
                .param(event)
                .query((row, n) -> Guest.of(row))
                .list();
    }
}
