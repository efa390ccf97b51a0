package org.lianqiao.prospects;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that were made and the next ones due, always with an owner and a date. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class FollowUps {
    private final JdbcClient jdbc;
    private final Assignees assignees;
    private final FirstContact firstContact;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What is to be done next; an empty text is nothing. */
    record Next(String step, @Nullable UUID owner, @Nullable LocalDate due) {
        static final Next NOTHING = new Next("", null, null);
    }

    /**
     * @param happenedAt when it took place; nothing for a plan
     * @throws Refused at {@code nextDue} where a step has no day, at {@code nextOwner} where its owner works elsewhere
     */
    void add(
            UUID prospect,
            Channel channel,
            String text,
            @Nullable Instant happenedAt,
            Next next,
            @Nullable UUID meeting,
            Viewer by) {
        boolean due = !next.step().isEmpty();
        if (due && next.due() == null) throw Refused.at("nextDue", "prospects.required.nextDue");
        var owner = due ? owner(prospect, next.owner(), by) : null;
        jdbc.sql("""
                insert into follow_up (id, prospect_id, channel, text, happened_at, next_step, next_owner_id, next_due_on,
                    meeting_id, office_id, created_by, created_at)
                values (:id, :prospect, :channel, :text, :happened, :step, :owner, :due, :meeting, :office, :by, :now)
                """)
                .param("id", Ids.next())
                .param("prospect", prospect)
                .param("channel", channel.name())
                .param("text", text)
                .param(
                        "happened",
                        happenedAt == null ? null : happenedAt.atZone(Time.ZONE).toOffsetDateTime())
                .param("step", next.step())
                .param("owner", owner)
                .param("due", due ? next.due() : null)
                .param("meeting", meeting)
                .param("office", by.organization())
                .param("by", by.account())
                .param("now", now())
                .update();
        touch(prospect);
        if (channel.isContact()) firstContact.contacted(prospect, by);
        if (owner != null && !owner.equals(by.account()))
            events.publishEvent(Notice.toPerson(
                    owner, "prospects.notice.step", "/ledger/" + prospect, next.step(), String.valueOf(next.due())));
    }

    /** What the portal itself plans: by whom it should be, or by who acts where that person works there no more. */
    void plan(UUID prospect, String step, @Nullable UUID owner, LocalDate due, Viewer by) {
        var who = owner != null && worksOn(prospect, owner) ? owner : by.account();
        add(prospect, Channel.PLAN, "", null, new Next(step, who, due), null, by);
    }

    /** @return whether it was still open */
    boolean complete(UUID prospect, UUID followUp, Viewer by) {
        int done = jdbc.sql("""
                update follow_up set done_at = ?, done_by = ? where id = ? and prospect_id = ? and next_step <> '' and done_at is null
                """).params(now(), by.account(), followUp, prospect).update();
        if (done > 0) touch(prospect);
        return done > 0;
    }

    /** Nothing is due any more: the prospect rests or was given up. */
    void completeAll(UUID prospect, Viewer by) {
        jdbc.sql("""
                update follow_up set done_at = ?, done_by = ? where prospect_id = ? and next_step <> '' and done_at is null
                """).params(now(), by.account(), prospect).update();
    }

    /** The open steps of who had the prospect go to who has it now. */
    void handOver(UUID prospect, UUID from, UUID to) {
        jdbc.sql("""
                update follow_up set next_owner_id = :to where prospect_id = :prospect and next_owner_id = :from
                   and next_step <> '' and done_at is null
                """)
                .param("to", to)
                .param("prospect", prospect)
                .param("from", from)
                .update();
    }

    /** Open steps of people whose office takes part no more go to who has the prospect now. */
    void gather(UUID prospect, UUID to) {
        jdbc.sql("""
                update follow_up f set next_owner_id = :to where f.prospect_id = :prospect and f.next_step <> '' and f.done_at is null
                   and not exists (select from membership m where m.account_id = f.next_owner_id and m.ended_at is null
                       and m.organization_id in (select holder_office_id from prospect where id = :prospect
                           union select office_id from prospect_partner where prospect_id = :prospect))
                """).param("to", to).param("prospect", prospect).update();
    }

    /** Whether a contact took place. */
    boolean hasContact(UUID prospect) {
        return jdbc.sql("select exists (select from follow_up where prospect_id = ? and channel <> 'PLAN')")
                .param(prospect)
                .query(Boolean.class)
                .single();
    }

    /** A step may lie with the people of every office that takes part. */
    private UUID owner(UUID prospect, @Nullable UUID asked, Viewer by) {
        if (asked == null || asked.equals(by.accountId())) return by.account();
        if (!worksOn(prospect, asked)) throw Refused.at("nextOwner", "prospects.refused.owner");
        return asked;
    }

    private boolean worksOn(UUID prospect, UUID account) {
        return assignees.ofStep(prospect).stream().anyMatch(g -> g.has(account));
    }

    private void touch(UUID prospect) {
        jdbc.sql("update prospect set updated_at = ? where id = ?")
                .params(now(), prospect)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
