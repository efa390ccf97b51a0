package org.lianqiao.prospects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 首报首谈: the office that reported an enterprise and really talked to it is protected for a time. It needs the
 * enterprise's code and a contact that took place; what came from an old ledger never gets it. Each further contact of the
 * holder carries it on; without one it lapses, and its office is warned before.
 */
@Service
@RequiredArgsConstructor
class FirstContact {
    private static final int DAYS = 90;
    private static final int WARNING = 14;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Ending(UUID id, UUID office, @Nullable UUID owner, String enterprise, LocalDate until) {}

    /** A contact took place: one guarded update grants or carries on, and says nothing where the rule is not met. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contacted(UUID prospect, Viewer by) {
        var now = OffsetDateTime.now(clock);
        var until = LocalDate.now(clock).plusDays(settings.number("ledger.protection-days", DAYS));
        jdbc.sql("""
                update prospect p set protected_since = coalesce(p.protected_since, :now), protected_until = :until, protection_warned_on = null
                  from organization o, (select protected_since from prospect where id = :id for update) before
                 where p.id = :id and o.id = p.organization_id and o.uscc is not null and p.source <> 'IMPORT' and p.status = 'OPEN'
                   and p.holder_office_id = :office
                   and exists (select from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN' and f.office_id = :office)
                returning before.protected_since is null
                """)
                .param("now", now)
                .param("until", until)
                .param("id", prospect)
                .param("office", by.organization())
                .query(Boolean.class)
                .optional()
                .filter(fresh -> fresh)
                .ifPresent(fresh -> changes.add(prospect, Changes.What.PROTECTED, until.toString(), by));
    }

    /** Warns of what ends soon and ends what is over: every morning, on one of the portals that run. */
    @Transactional
    public void expire() {
        var today = LocalDate.now(clock);
        jdbc.sql("""
                with gone as (update prospect p set protected_since = null, protected_until = null, protection_warned_on = null
                               from (select id, protected_until from prospect where protected_until < :today for update skip locked) old
                              where p.id = old.id returning p.id, p.holder_office_id, p.owner_account_id, p.organization_id, old.protected_until),
                     kept as (insert into prospect_change (id, prospect_id, what, detail, changed_at)
                              select gen_random_uuid(), id, 'LAPSED', protected_until::text, :now from gone)
                select g.id, g.holder_office_id as office, %s as owner, o.name as enterprise, g.protected_until as until
                  from gone g join organization o on o.id = g.organization_id
                """.formatted(WORKS_THERE.replace("p.", "g.")))
                .param("today", today)
                .param("now", OffsetDateTime.now(clock))
                .query(Ending.class)
                .list()
                .forEach(p -> tell(p, "prospects.notice.lapsed"));
        jdbc.sql("""
                with warned as (update prospect p set protection_warned_on = :today where p.protected_until <= :soon
                                   and p.protection_warned_on is null and p.status in ('OPEN', 'PAUSED') returning p.*)
                select p.id, p.holder_office_id as office, %s as owner, o.name as enterprise, p.protected_until as until
                  from warned p join organization o on o.id = p.organization_id
                """.formatted(WORKS_THERE))
                .param("today", today)
                .param("soon", today.plusDays(settings.number("ledger.protection-warning-days", WARNING)))
                .query(Ending.class)
                .list()
                .forEach(p -> tell(p, "prospects.notice.ending"));
    }

    /** The owner, as long as that person works there. */
    private static final String WORKS_THERE = """
            (select m.account_id from membership m join account a on a.id = m.account_id where m.account_id = p.owner_account_id
                and m.organization_id = p.holder_office_id and m.ended_at is null and a.status = 'ACTIVE' limit 1)
            """;

    /** Somebody is always told: where the owner is gone, the lead of the office. */
    private void tell(Ending prospect, String key) {
        var link = "/ledger/" + prospect.id;
        var until = prospect.until.toString();
        events.publishEvent(
                prospect.owner == null
                        ? Notice.toHolders(
                                prospect.office, java.util.Set.of(Role.LEAD), key, link, prospect.enterprise, until)
                        : Notice.toPerson(prospect.owner, key, link, prospect.enterprise, until));
    }
}
