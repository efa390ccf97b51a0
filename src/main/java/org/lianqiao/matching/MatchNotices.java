package org.lianqiao.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.matching.ranking.Match;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.matching.ranking.Sight;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells who published a need of new strong matches: of each enterprise once, in one notice for the need, and only of
 * whom the owner may see. Whoever was already judged or has answered is no news.
 */
@Service
@RequiredArgsConstructor
class MatchNotices {
    private static final int BEST = 20;

    private final Matchmaker matchmaker;
    private final SoughtNeeds needs;
    private final NeedDemands demands;
    private final Enterprises enterprises;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Owner(UUID organizationId, OrganizationKind kind, UUID createdBy) {}

    /** The needs that may have new matches, the latest first. */
    @Transactional(readOnly = true)
    List<UUID> open() {
        return jdbc.sql("""
                select id from need where state = 'PUBLISHED' and direction = 'SEEK'
                   and subject in ('PRODUCT', 'CAPACITY', 'TECHNOLOGY') order by published_at desc limit 5000
                """).query(UUID.class).list();
    }

    @Transactional
    void tell(UUID id) {
        var owner = jdbc.sql("""
                select n.organization_id, o.kind, n.created_by from need n join organization o on o.id = n.organization_id
                 where n.id = ? and n.state = 'PUBLISHED' and n.direction = 'SEEK'
                """).param(id).query(Owner.class).optional();
        owner.ifPresent(o -> tell(id, reader(o)));
    }

    private void tell(UUID id, Viewer owner) {
        var need = needs.published(id, owner).orElseThrow();
        if (!need.isAboutProducts()) return;
        var sight = Sight.of(owner, enterprises.members(owner));
        var strong = matchmaker.match(demands.of(need), BEST, sight).stream()
                .filter(Match::strong)
                .map(Match::enterprise)
                .toList();
        int fresh = keep(need, enterprises.find(strong, owner).keySet());
        if (fresh > 0)
            events.publishEvent(Notice.toHolders(
                    owner.organization(),
                    owner.kind() != null && owner.kind().isGovernment()
                            ? Set.of(Role.OFFICER, Role.LEAD)
                            : Set.of(Role.MEMBER, Role.MANAGER),
                    "matching.notice.FOUND",
                    "/matches?need=" + id,
                    need.title(),
                    String.valueOf(fresh)));
    }

    /** @return how many of them nobody was told of before: the key of the table decides, also between two that run at once */
    private int keep(Sought need, Set<UUID> strong) {
        return jdbc.sql("""
                insert into match_noticed (need_id, organization_id, noticed_at)
                select :need, e.id, :at from unnest(cast(:strong as uuid[])) as e (id)
                 where not exists (select from match_feedback f where f.need_id = :need and f.organization_id = e.id and f.taken_back_at is null)
                   and not exists (select from intent i where i.need_id = :need and i.organization_id = e.id and i.state <> 'DRAFT')
                on conflict do nothing
                """)
                .param("need", need.id())
                .param("at", OffsetDateTime.now(clock))
                .param("strong", strong.toArray(UUID[]::new))
                .update();
    }

    /** The owner's eyes: what it is told of is what it could see itself. */
    private static Viewer reader(Owner owner) {
        var role = owner.kind.isGovernment() ? Role.OFFICER : Role.MEMBER;
        return new Viewer(
                owner.createdBy,
                "",
                owner.organizationId,
                "",
                owner.kind,
                null,
                null,
                null,
                false,
                false,
                Set.of(role));
    }
}
