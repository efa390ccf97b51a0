package org.lianqiao.events.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestState;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a guest may wish to meet, who fits best first; and what was wished. */
@Service
@RequiredArgsConstructor
class Wishes {
    static final int MOST_SHOWN = 200;

    /**
     * Fit, for the order: an office and an enterprise need each other; then the same chain, another region, something
     * said. Those of the same organisation do not meet.
     */
    private static final String OTHERS = """
            select o.*, w.kind, coalesce(ko.kind in ('OFFICE', 'PARK', 'ASSOCIATION', 'DEPARTMENT'), false)
                     <> coalesce(km.kind in ('OFFICE', 'PARK', 'ASSOCIATION', 'DEPARTMENT'), false) as other_kind,
                   coalesce(o.chain_id = me.chain_id, false) as same_chain,
                   coalesce(o.region_code <> me.region_code, false) as other_region
              from event_guest me join event_guest o on o.event_id = me.event_id and o.id <> me.id and o.state = 'CONFIRMED'
              left join organization ko on ko.id = o.organization_id left join organization km on km.id = me.organization_id
              left join event_wish w on w.from_guest = me.id and w.to_guest = o.id
             where me.id = :me and o.organization_name <> me.organization_name
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;

    /**
     * @param own whether the guest asks, not somebody for the guest: only then is a "rather not" shown
     * @param typed words to look for
     */
    @Transactional(readOnly = true)
    List<Candidate> others(Guest me, boolean own, @Nullable String typed) {
        var words = Lenient.pattern(typed);
        return jdbc.sql("select * from (" + OTHERS + ") c where true"
                        + (words == null
                                ? ""
                                : " and (organization_name ilike :q or about ilike :q or position ilike :q)")
                        + " order by kind is null or kind = 'RATHER_NOT', case kind when 'MUST' then 0 else 1 end,"
                        + " 4 * other_kind::int + 2 * same_chain::int + other_region::int + (about <> '')::int desc, number limit "
                        + MOST_SHOWN)
                .param("me", me.id())
                .param("q", words == null ? "" : words)
                .query((row, n) -> candidate(row, own))
                .list();
    }

    private Candidate candidate(ResultSet row, boolean own) throws SQLException {
        var reasons = new ArrayList<String>();
        if (row.getBoolean("other_kind")) reasons.add("events.wish.because.kind");
        if (row.getBoolean("same_chain")) reasons.add("events.wish.because.chain");
        if (row.getBoolean("other_region")) reasons.add("events.wish.because.region");
        var kind = Lenient.value(WishKind.class, row.getString("kind"));
        return new Candidate(
                row.getObject("id", UUID.class),
                "%03d".formatted(row.getInt("number")),
                Masked.name(row.getString("name")),
                row.getString("position"),
                row.getString("organization_name"),
                catalogue.regionName(row.getString("region_code")),
                catalogue.chainName(row.getObject("chain_id", UUID.class)),
                row.getString("about"),
                reasons,
                kind == WishKind.RATHER_NOT && !own ? null : kind);
    }

    /**
     * Keeps what was chosen among those shown; what was not shown stays as it is.
     *
     * @param chosen by the other guest's id; nothing where the wish is taken back
     * @param own whether the guest chooses; somebody for the guest neither reads nor changes a "rather not"
     * @throws Refused where there are more wishes than the event allows, or its time for wishes is over
     */
    @Transactional
    void choose(Guest me, EventBrief event, Map<UUID, @Nullable WishKind> chosen, boolean own) {
        if (me.state() != GuestState.CONFIRMED) throw new Refused("events.wish.notConfirmed");
        if (!event.takesWishes(LocalDateTime.now(clock))) throw new Refused("events.wish.over");
        jdbc.sql("select id from event_guest where id = ? for update")
                .param(me.id())
                .query(UUID.class)
                .single();
        var possible = new HashMap<UUID, String>();
        jdbc.sql("select id, kind from (" + OTHERS + ") c").param("me", me.id()).query(row -> {
            possible.put(row.getObject(1, UUID.class), String.valueOf(row.getString(2)));
        });
        chosen.forEach((other, kind) -> {
            if (!possible.containsKey(other)) return;
            if (!own && (kind == WishKind.RATHER_NOT || "RATHER_NOT".equals(possible.get(other)))) return;
            keep(me, other, kind);
        });
        int wanted = jdbc.sql("select count(*) from event_wish where from_guest = ? and kind <> 'RATHER_NOT'")
                .param(me.id())
                .query(Integer.class)
                .single();
        if (event.mostMeetings() != null && wanted > event.mostMeetings())
            throw new Refused("events.wish.many", event.mostMeetings(), wanted);
    }

    private void keep(Guest me, UUID other, @Nullable WishKind kind) {
        if (kind == null) {
            jdbc.sql("delete from event_wish where from_guest = ? and to_guest = ?")
                    .params(me.id(), other)
                    .update();
            return;
        }
        jdbc.sql("""
                insert into event_wish (event_id, from_guest, to_guest, kind, wished_at) values (?, ?, ?, ?, ?)
                on conflict (from_guest, to_guest) do update set kind = excluded.kind, wished_at = excluded.wished_at
                    where event_wish.kind <> excluded.kind
                """)
                .params(me.event(), me.id(), other, kind.name(), OffsetDateTime.now(clock))
                .update();
    }

    @Transactional(readOnly = true)
    int count(Guest me) {
        return jdbc.sql("select count(*) from event_wish where from_guest = ? and kind <> 'RATHER_NOT'")
                .param(me.id())
                .query(Integer.class)
                .single();
    }
}
