package org.lianqiao.prospects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 离岗交接: what a colleague has in the ledger goes to another at once, the prospects of the office and the open steps, also
 * those in prospects of other offices. Also for who has left already; the account itself is the security administrator's.
 */
@Service
@RequiredArgsConstructor
class Handover {
    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What somebody has: a prospect of the office, or one in which only a step is theirs. */
    record Item(
            UUID id,
            String number,
            String enterprise,
            String matter,
            Stage stage,
            ProspectStatus status,
            boolean owned,
            int steps,
            @Nullable LocalDate due) {}

    /** Everybody who has something of the office in hand, who left too. */
    @Transactional(readOnly = true)
    public List<Option> holders(Viewer lead) {
        return jdbc.sql("""
                select a.id::text as value, a.name as label from account a where a.id in (
                    select owner_account_id from prospect where holder_office_id = :office and status in ('OPEN', 'PAUSED')
                    union select m.account_id from membership m where m.organization_id = :office and exists (select from follow_up f
                        where f.next_owner_id = m.account_id and f.next_step <> '' and f.done_at is null))
                 order by a.name
                """)
                .param("office", lead.organization())
                .query(Option.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Item> of(UUID from, Viewer lead) {
        return jdbc.sql("""
                select p.id, p.number, o.name as enterprise, p.matter, p.stage, p.status, p.owner_account_id is not distinct from :from and p.holder_office_id = :office as owned,
                       (select count(*) from follow_up f where f.prospect_id = p.id and f.next_owner_id = :from and f.next_step <> '' and f.done_at is null) as steps,
                       p.next_due_on as due
                  from prospect p join organization o on o.id = p.organization_id
                 where p.status in ('OPEN', 'PAUSED') and %s and ((p.owner_account_id = :from and p.holder_office_id = :office)
                    or exists (select from follow_up f where f.prospect_id = p.id and f.next_owner_id = :from and f.next_step <> '' and f.done_at is null))
                 order by owned desc, p.next_due_on nulls last, o.name limit 2000
                """.formatted(Sight.WORKED))
                .params(Sight.of(lead))
                .param("from", from)
                .query(Item.class)
                .list();
    }

    /** @return how many prospects went over. @throws Refused where the successor does not work in the office */
    @Transactional
    public int hand(UUID from, @Nullable UUID to, Viewer lead) {
        if (to == null || from.equals(to) || !works(to, lead)) throw Refused.at("to", "prospects.handover.to.required");
        if (holders(lead).stream().noneMatch(o -> o.value().equals(from.toString())))
            throw Refused.at("from", "prospects.handover.nothing");
        var now = OffsetDateTime.now(clock);
        var successor = people.name(to);
        int gone = jdbc.sql("""
                with moved as (update prospect p set owner_account_id = :to, updated_at = :now, version = p.version + 1
                                where p.owner_account_id = :from and p.holder_office_id = :office and p.status in ('OPEN', 'PAUSED') returning p.id)
                insert into prospect_change (id, prospect_id, what, detail, changed_by, changed_at)
                select gen_random_uuid(), id, 'ASSIGNED', :name, :by, :now from moved
                """)
                .param("to", to)
                .param("from", from)
                .param("office", lead.organization())
                .param("name", successor)
                .param("by", lead.account())
                .param("now", now)
                .update();
        int steps = jdbc.sql("""
                update follow_up f set next_owner_id = :to from prospect p
                 where p.id = f.prospect_id and f.next_owner_id = :from and f.next_step <> '' and f.done_at is null and
                """ + Sight.WORKED)
                .params(Sight.of(lead))
                .param("to", to)
                .param("from", from)
                .update();
        var former = people.name(from);
        events.publishEvent(new Recorded(
                lead, "prospect.handover", "prospect", null, former + " → " + successor, gone + " 家，" + steps + " 步"));
        events.publishEvent(Notice.toPerson(
                to,
                "prospects.notice.handover",
                "/ledger?owner=me",
                former,
                String.valueOf(gone),
                String.valueOf(steps)));
        return gone;
    }

    private boolean works(UUID account, Viewer lead) {
        return people.officersOf(lead.organization()).stream()
                .anyMatch(o -> Objects.equals(o.value(), account.toString()));
    }
}
