package org.lianqiao.events.wishes;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestSource;
import org.lianqiao.events.guests.GuestState;
import org.lianqiao.matching.Encounters;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a guest may wish to meet, who fits best first; and what was wished. */
@Service
@RequiredArgsConstructor
class Wishes {
    private static final int MOST_SHOWN = 200;

    /**
     * The enterprise that a guest names: his own, else the registered one of that name, of which only what is public is
     * read.
     */
    private static final String ENTERPRISE = """
            coalesce(%1$s.organization_id, (select n.id from organization n where n.kind = 'ENTERPRISE' and n.status = 'REGISTERED'
               and lower(regexp_replace(n.name, '[\\s()（）]', '', 'g')) = lower(regexp_replace(%1$s.organization_name, '[\\s()（）]', '', 'g'))
             limit 1))
            """;

    /** Those of the same organisation do not meet. */
    private static final String OTHERS =
            """
            select o.*, w.kind, w.for_them, coalesce(ko.kind in ('OFFICE', 'PARK', 'ASSOCIATION', 'DEPARTMENT'), false)
                     <> coalesce(km.kind in ('OFFICE', 'PARK', 'ASSOCIATION', 'DEPARTMENT'), false) as other_kind,
                   coalesce(o.chain_id = me.chain_id, false) as same_chain,
                   coalesce(o.region_code <> me.region_code, false) as other_region,
            """ + ENTERPRISE.formatted("o") + " as enterprise, " + ENTERPRISE.formatted("me") + " as asking " + """
              from event_guest me join event_guest o on o.event_id = me.event_id and o.id <> me.id and o.state = 'CONFIRMED'
              left join organization ko on ko.id = o.organization_id left join organization km on km.id = me.organization_id
              left join event_wish w on w.from_guest = me.id and w.to_guest = o.id
             where me.id = :me and o.organization_name <> me.organization_name
            """;

    private final JdbcClient jdbc;
    private final Encounters encounters;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Clock clock;

    /**
     * Who fits best first, after those chosen: what matching finds, then an office for an enterprise, the same chain,
     * another region.
     *
     * @param own whether the guest asks, not somebody for the guest: only then is a "rather not" shown
     * @param typed words to look for
     */
    @Transactional(readOnly = true)
    List<Candidate> others(Guest me, boolean own, @Nullable String typed) {
        var words = Lenient.pattern(typed);
        var met = jdbc.sql("select * from (" + OTHERS + ") c where true"
                        + (words == null
                                ? ""
                                : " and (organization_name ilike :q or about ilike :q or position ilike :q)"))
                .param("me", me.id())
                .param("q", words == null ? "" : words)
                .query((row, n) -> Acquaintance.of(row, own))
                .list();
        var asking = met.isEmpty() ? null : met.get(0).asking();
        var fits = encounters.of(
                new Encounters.Party(me.id(), asking, me.about()),
                met.stream().map(Acquaintance::party).toList());
        return met.stream()
                .sorted(Acquaintance.byFit(fits))
                .limit(MOST_SHOWN)
                .map(o -> candidate(o, fits.get(o.id())))
                .toList();
    }

    private Candidate candidate(Acquaintance other, Encounters.@Nullable Fit fit) {
        var reasons = new ArrayList<String>();
        if (fit != null)
            fit.reasons()
                    .forEach(r -> reasons.add(choices.text(r.key(), r.args().toArray())));
        other.circumstances().forEach(key -> reasons.add(choices.text(key)));
        return new Candidate(
                other.id(),
                other.badge(),
                Masked.name(other.name()),
                other.position(),
                other.organization(),
                catalogue.regionName(other.region()),
                catalogue.chainName(other.chain()),
                other.about(),
                reasons,
                other.wish());
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
        if (!isOpen(me, event)) throw new Refused("events.wish.over");
        jdbc.sql("select id from event_guest where id = ? for update")
                .param(me.id())
                .query(UUID.class)
                .single();
        var possible = new HashSet<>(jdbc.sql("select id from (" + OTHERS + ") c")
                .param("me", me.id())
                .query(UUID.class)
                .list());
        chosen.forEach((other, kind) -> {
            if (!possible.contains(other)) return;
            if (own) keep(me, other, kind);
            else if (kind != WishKind.RATHER_NOT) keepFor(me, other, kind);
        });
        int wanted = count(me, own);
        if (event.mostMeetings() != null && wanted > event.mostMeetings())
            throw new Refused("events.wish.many", event.mostMeetings(), wanted);
    }

    /** Who came unexpected chooses on the day: until the event ends. */
    boolean isOpen(Guest me, EventBrief event) {
        var now = LocalDateTime.now(clock);
        return event.takesWishes(now) || me.source() == GuestSource.WALK_IN && now.isBefore(event.ends());
    }

    private void keep(Guest me, UUID other, @Nullable WishKind kind) {
        if (kind == null)
            jdbc.sql("delete from event_wish where from_guest = ? and to_guest = ?")
                    .params(me.id(), other)
                    .update();
        else
            jdbc.sql("""
                    insert into event_wish (event_id, from_guest, to_guest, kind, wished_at) values (?, ?, ?, ?, ?)
                    on conflict (from_guest, to_guest) do update
                       set for_them = case when excluded.kind = 'RATHER_NOT' then coalesce(event_wish.for_them, event_wish.kind) end,
                           kind = excluded.kind, wished_at = excluded.wished_at
                     where event_wish.kind <> excluded.kind
                    """)
                    .params(me.event(), me.id(), other, kind.name(), OffsetDateTime.now(clock))
                    .update();
    }

    /** A "rather not" of the guest stays, and what was chosen for him is kept beside it. */
    private void keepFor(Guest me, UUID other, @Nullable WishKind kind) {
        int apart = jdbc.sql(
                        "update event_wish set for_them = :kind where from_guest = :me and to_guest = :other and kind = 'RATHER_NOT'")
                .param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR)
                .param("me", me.id())
                .param("other", other)
                .update();
        if (apart == 0) keep(me, other, kind);
    }

    /** @param own whether the guest reads the count; a "rather not" does not show in what others read */
    @Transactional(readOnly = true)
    int count(Guest me, boolean own) {
        return jdbc.sql("select count(*) from event_wish where from_guest = ? and (kind <> 'RATHER_NOT'"
                        + (own ? ")" : " or for_them is not null)"))
                .param(me.id())
                .query(Integer.class)
                .single();
    }
}
