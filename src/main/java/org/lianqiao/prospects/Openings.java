package org.lianqiao.prospects;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens prospects. One open prospect per enterprise and matter in an alliance is a unique index; the claim is one
 * guarded insert, so that of several offices that report in the same instant exactly one holds it.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Openings {
    private static final String SAME_MATTER =
            "lower(regexp_replace(matter, '\\s', '', 'g')) = lower(regexp_replace(:matter, '\\s', '', 'g'))";

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What is claimed. */
    record Claim(
            UUID alliance,
            UUID organization,
            String matter,
            LeadSource source,
            String sourceNote,
            @Nullable UUID intent,
            @Nullable UUID chain,
            @Nullable UUID node,
            @Nullable String region,
            @Nullable BigDecimal amountYuan,
            Sharing sharing,
            Viewer by) {}

    /** The new prospect; nothing where the matter is open already. */
    Optional<UUID> claim(Claim claim) {
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.PROSPECT);
        int won = jdbc.sql("""
                insert into prospect (id, number, alliance_id, organization_id, matter, holder_office_id, owner_account_id, stage,
                    status, stage_since, sharing, source, source_note, intent_id, chain_id, node_id, region_code, amount_yuan,
                    reported_at, reported_by, reported_office_id, created_at, updated_at)
                values (:id, :number, :alliance, :organization, :matter, :office, :by, 'LEAD', 'OPEN', :now, :sharing, :source,
                    :note, :intent, :chain, :node, :region, :amount, :now, :by, :office, :now, :now)
                on conflict (alliance_id, organization_id, lower(regexp_replace(matter, '\\s', '', 'g')))
                    where status in ('OPEN', 'PAUSED') do nothing
                """)
                .param("id", id)
                .param("number", number)
                .param("alliance", claim.alliance())
                .param("organization", claim.organization())
                .param("matter", claim.matter())
                .param("office", claim.by().organization())
                .param("by", claim.by().account())
                .param("now", now())
                .param("sharing", claim.sharing().name())
                .param("source", claim.source().name())
                .param("note", claim.sourceNote())
                .param("intent", claim.intent())
                .param("chain", claim.chain() == null ? catalogue.chainOf(claim.node()) : claim.chain())
                .param("node", claim.node())
                .param("region", claim.region())
                .param("amount", claim.amountYuan())
                .update();
        if (won == 0) return Optional.empty();
        jdbc.sql("""
                insert into stage_change (id, prospect_id, move, to_stage, changed_by, changed_at)
                values (?, ?, 'OPENED', 'LEAD', ?, ?)
                """).params(Ids.next(), id, claim.by().account(), now()).update();
        events.publishEvent(new Recorded(claim.by(), "prospect.report", "prospect", id, number));
        return Optional.of(id);
    }

    /** The open prospect of this matter, held until the transaction ends. */
    Optional<UUID> findOpen(UUID alliance, UUID organization, String matter) {
        return jdbc.sql("select id from prospect where alliance_id = :alliance and organization_id = :organization"
                        + " and status in ('OPEN', 'PAUSED') and " + SAME_MATTER + " for update")
                .param("alliance", alliance)
                .param("organization", organization)
                .param("matter", matter)
                .query(UUID.class)
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
