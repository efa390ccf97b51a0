package org.lianqiao.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.needs.NeedDirection;
import org.lianqiao.needs.NeedSubject;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What fits an enterprise, or the members of an association: the needs of others, with why. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Opportunities {
    /** So many of the latest needs are looked at. */
    private static final int LOOKED_AT = 500;

    private final SoughtNeeds needs;
    private final Matchmaker matchmaker;
    private final NeedDemands demands;
    private final Enterprises enterprises;
    private final Feedback feedback;
    private final Counterparts counterparts;
    private final Why why;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;

    /**
     * A need of others that an enterprise could answer.
     *
     * @param mine what the reader's organisation said of it
     * @param invitation by whom the enterprise was invited
     * @param intending whether its intent is under way
     */
    record Row(
            UUID enterprise,
            String member,
            Sought need,
            String region,
            boolean strong,
            float score,
            List<String> reasons,
            @Nullable Said mine,
            @Nullable Said invitation,
            boolean intending) {
        public boolean isSetAside() {
            return mine != null && !mine.isInvitation();
        }

        public boolean isOpen() {
            return !isSetAside() && !intending;
        }
    }

    /** For the reader's own enterprise, the strongest first, an invitation before all. */
    List<Row> of(Viewer viewer) {
        if (viewer.kind() == OrganizationKind.PARK) return ofPark(viewer);
        if (viewer.kind() != OrganizationKind.ENTERPRISE) return List.of();
        var own = Map.of(viewer.organization(), viewer.organizationName());
        return rows(own, viewer, needs.ofOthers(viewer, LOOKED_AT));
    }

    /** Which members for which needs. */
    List<Row> ofMembers(Viewer association) {
        var ids = enterprises.members(association);
        Map<UUID, String> members = new HashMap<>();
        enterprises.find(ids, association).values().forEach(m -> members.put(m.id(), m.name()));
        return rows(members, association, needs.ofOthers(association, LOOKED_AT));
    }

    /** Why this need fits the reader's enterprise or members; empty where it does not. */
    List<Row> at(Sought need, Viewer viewer) {
        if (viewer.kind() == OrganizationKind.ENTERPRISE)
            return rows(Map.of(viewer.organization(), viewer.organizationName()), viewer, List.of(need));
        if (viewer.kind() != OrganizationKind.ASSOCIATION) return List.of();
        Map<UUID, String> members = new HashMap<>();
        enterprises.find(enterprises.members(viewer), viewer).values().forEach(m -> members.put(m.id(), m.name()));
        return rows(members, viewer, List.of(need));
    }

    private List<Row> rows(Map<UUID, String> whose, Viewer viewer, List<Sought> open) {
        if (whose.isEmpty()) return List.of();
        var said = feedback.about(whose.keySet());
        var intents = intents(whose.keySet());
        var rows = new ArrayList<Row>();
        for (var need : open) {
            var invited = new HashSet<UUID>();
            said.stream()
                    .filter(s -> s.needId().equals(need.id()) && s.isInvitation())
                    .forEach(s -> invited.add(s.organizationId()));
            for (var match : matchmaker.among(demands.of(need, said), whose.keySet())) {
                invited.remove(match.enterprise());
                rows.add(row(
                        match.enterprise(),
                        whose,
                        need,
                        match.strong(),
                        match.score(),
                        why.of(match, viewer),
                        said,
                        intents,
                        viewer));
            }
            for (var id : invited) rows.add(row(id, whose, need, false, 0, List.of(), said, intents, viewer));
        }
        rows.removeIf(r -> isRefusedByOwner(r, said));
        rows.sort(Comparator.comparing((Row r) -> r.invitation == null || !r.isOpen())
                .thenComparing(r -> !r.strong)
                .thenComparing(r -> -r.score));
        return rows;
    }

    /** Whom the asker called unsuitable is not sent there again, and not told. */
    private static boolean isRefusedByOwner(Row row, List<Said> said) {
        return said.stream()
                .anyMatch(s -> !s.isInvitation()
                        && s.needId().equals(row.need.id())
                        && s.organizationId().equals(row.enterprise)
                        && s.givenFor().equals(row.need.organizationId()));
    }

    private Row row(
            UUID enterprise,
            Map<UUID, String> whose,
            Sought need,
            boolean strong,
            float score,
            List<String> reasons,
            List<Said> all,
            Set<Open> intents,
            Viewer viewer) {
        var said = all.stream()
                .filter(s -> s.organizationId().equals(enterprise) && s.needId().equals(need.id()))
                .toList();
        return new Row(
                enterprise,
                whose.getOrDefault(enterprise, ""),
                need,
                catalogue.regionName(need.regionCode()),
                strong,
                score,
                reasons,
                said.stream()
                        .filter(s -> s.givenFor().equals(viewer.organizationId()))
                        .findFirst()
                        .orElse(null),
                said.stream().filter(Said::isInvitation).findFirst().orElse(null),
                intents.contains(new Open(enterprise, need.id())));
    }

    private record Open(UUID organizationId, UUID needId) {}

    private Set<Open> intents(Set<UUID> whose) {
        return new HashSet<>(jdbc.sql("""
                select organization_id, need_id from intent where organization_id = any(:whose) and need_id is not null
                   and state in ('UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED')
                """)
                .param("whose", whose.toArray(UUID[]::new))
                .query(Open.class)
                .list());
    }

    /** Who seeks a site that the park has; those that its offers fit best first. */
    private List<Row> ofPark(Viewer park) {
        var rows = new ArrayList<Row>();
        var seen = new HashSet<UUID>();
        for (var offer : needs.own(park, 20)) {
            if (offer.subject() != NeedSubject.SITE || offer.direction() != NeedDirection.OFFER) continue;
            for (var fit : counterparts.of(offer, park))
                if (fit.fits() && seen.add(fit.need().id()))
                    rows.add(new Row(
                            park.organization(),
                            offer.shown(),
                            fit.need(),
                            fit.region(),
                            fit.reasons().size() > 1,
                            fit.reasons().size(),
                            fit.reasons(),
                            null,
                            null,
                            false));
        }
        rows.sort(Comparator.comparing(r -> -r.score));
        return rows;
    }
}
