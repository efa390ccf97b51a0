package org.lianqiao.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.ranking.Demand;
import org.lianqiao.matching.ranking.DemandReader;
import org.lianqiao.matching.ranking.Match;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.matching.ranking.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom one should meet of those who come together: by what the enterprises make and publicly seek, and by what people say
 * of themselves. Anonymous needs, and enterprises that asked to be left out, say nothing here.
 */
@Service
@RequiredArgsConstructor
public class Encounters {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int PRODUCTS = 3;
    private static final float BY_WORDS = 0.5f;
    private static final String SEEKS = "matching.encounter.seeks";
    private static final String SEEKS_SAID = "matching.encounter.seeksSaid";
    private static final String SAYS = "matching.encounter.says";

    private final Matchmaker matchmaker;
    private final NeedDemands demands;
    private final SoughtNeeds needs;
    private final JdbcClient jdbc;

    /** @param says what they offer and seek, in their own words; empty where they say nothing */
    public record Party(UUID id, @Nullable UUID organization, String says) {}

    /** @param reasons the strongest first; never empty */
    public record Fit(float score, List<Reason> reasons) {}

    /** Those of the others that fit, by id; nobody while the first snapshot is being made. */
    @Transactional(readOnly = true)
    public Map<UUID, Fit> of(Party me, Collection<Party> others) {
        if (!matchmaker.isReady(PATIENCE)) return Map.of();
        var organizations = others.stream()
                .map(Party::organization)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        if (me.organization != null) organizations.add(me.organization);
        var open = openEnterprises(organizations);
        var wanted = needs.openlyOf(organizations);
        var found = new Found(others);
        theyOffer(me, open, wanted, found);
        theySeek(me, open, wanted, found);
        theySay(me, others, found);
        return found.fits();
    }

    /** What they make is what I seek, goes into what I make, or is made of it. */
    private void theyOffer(Party me, Set<UUID> open, List<Sought> wanted, Found found) {
        var asked = new ArrayList<Demand>();
        wanted.stream()
                .filter(n -> n.organizationId().equals(me.organization))
                .map(demands::inWords)
                .forEach(asked::add);
        var words = reader().sought(me.says);
        if (!words.isEmpty()) asked.add(Demand.of(words, List.of(), null));
        var mine = me.organization == null ? List.<String>of() : matchmaker.products(me.organization, PRODUCTS);
        if (!mine.isEmpty()) asked.add(new Demand(List.of(), mine, mine, "", null, null, false, Set.of(), Set.of()));
        for (var demand : asked)
            for (var match : matchmaker.among(demand, open)) found.add(match.enterprise(), match.score(), named(match));
    }

    /** What they publicly seek is what I make. */
    private void theySeek(Party me, Set<UUID> open, List<Sought> wanted, Found found) {
        if (me.organization == null || !open.contains(me.organization)) return;
        for (var need : wanted) {
            if (!need.isSought() || need.organizationId().equals(me.organization)) continue;
            for (var match : matchmaker.among(demands.inWords(need), Set.of(me.organization)))
                found.add(
                        need.organizationId(),
                        match.score(),
                        named(match).stream()
                                .limit(1)
                                .map(r -> new Reason(SEEKS, r.args()))
                                .toList());
        }
    }

    /** What one asks for in words, the other speaks of, and not because he asks for it too. */
    private void theySay(Party me, Collection<Party> others, Found found) {
        var reader = reader();
        var mine = reader.sought(me.says);
        for (var other : others) {
            var offered = DemandReader.offered(other.says);
            for (var word : mine) if (offered.contains(word)) found.word(other.id, new Reason(SAYS, List.of(word)));
            for (var word : reader.sought(other.says))
                if (DemandReader.offered(me.says).contains(word))
                    found.word(other.id, new Reason(SEEKS_SAID, List.of(word)));
        }
    }

    private DemandReader reader() {
        return new DemandReader(matchmaker::knows);
    }

    /** What else speaks for an enterprise, its place or its size, everybody in the room sees. */
    private static List<Reason> named(Match match) {
        return match.reasons().stream().filter(r -> !r.args().get(0).isEmpty()).toList();
    }

    private Set<UUID> openEnterprises(Set<UUID> organizations) {
        if (organizations.isEmpty()) return Set.of();
        return new HashSet<>(jdbc.sql("""
                select o.id from organization o where o.id = any(?) and o.kind = 'ENTERPRISE' and o.status = 'REGISTERED'
                   and not exists (select from match_silence s where s.organization_id = o.id)
                """)
                .param(organizations.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** What was found, gathered by party: several may come from one organisation. */
    private static final class Found {
        private static final int SAID = 2;
        private final Map<UUID, List<UUID>> parties = new HashMap<>();
        private final Map<UUID, Float> scores = new HashMap<>();
        private final Map<UUID, List<Reason>> reasons = new HashMap<>();

        Found(Collection<Party> others) {
            for (var other : others)
                if (other.organization != null)
                    parties.computeIfAbsent(other.organization, o -> new ArrayList<>())
                            .add(other.id);
        }

        void add(UUID organization, float score, List<Reason> why) {
            if (why.isEmpty()) return;
            for (var party : parties.getOrDefault(organization, List.of())) give(party, score, why);
        }

        void word(UUID party, Reason why) {
            give(party, BY_WORDS, List.of(why));
        }

        private void give(UUID party, float score, List<Reason> why) {
            boolean stronger = scores.merge(party, score, Float::sum) < 2 * score;
            var said = reasons.computeIfAbsent(party, p -> new ArrayList<>());
            for (var reason : why) if (!said.contains(reason)) said.add(stronger ? 0 : said.size(), reason);
        }

        Map<UUID, Fit> fits() {
            var fits = new HashMap<UUID, Fit>();
            scores.forEach((party, score) -> fits.put(
                    party,
                    new Fit(
                            score,
                            reasons.getOrDefault(party, List.of()).stream()
                                    .limit(SAID)
                                    .toList())));
            return fits;
        }
    }
}
