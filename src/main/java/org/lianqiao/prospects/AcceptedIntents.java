package org.lianqiao.prospects;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.intents.IntentAccepted;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An accepted intent enters the ledger, in the transaction that accepts it: the first office holds the prospect, another
 * that accepts an intent about the same matter joins as partner.
 */
@Component
@RequiredArgsConstructor
class AcceptedIntents {
    private static final String FIRST_STEP = "与企业首次联系";
    private static final int FIRST_DAYS = 3;
    /** The open prospect may end between the lost claim and the look: then it is claimed anew. */
    private static final int TRIES = 3;

    private final Openings openings;
    private final Partners partners;
    private final FollowUps followUps;
    private final Changes changes;
    private final Settings settings;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(IntentAccepted intent) {
        for (int i = 0; i < TRIES; i++) {
            var opened = openings.claim(claim(intent));
            if (opened.isPresent()) {
                plan(opened.get(), intent);
                return;
            }
            var known = openings.findOpen(intent.alliance(), intent.organization(), intent.matter());
            if (known.isPresent()) {
                join(known.get(), intent);
                return;
            }
        }
        throw new IllegalStateException(
                "the matter of intent " + intent.intentId() + " is claimed and ended again and again");
    }

    private static Openings.Claim claim(IntentAccepted intent) {
        return new Openings.Claim(
                intent.alliance(),
                intent.organization(),
                intent.matter(),
                LeadSource.INTENT,
                "",
                intent.intentId(),
                intent.chain(),
                intent.node(),
                intent.region(),
                intent.amountYuan(),
                intent.by().joint() ? Sharing.BOTH : Sharing.SIDE,
                intent.by());
    }

    private void plan(UUID prospect, IntentAccepted intent) {
        var due = calendar.after(LocalDate.now(clock), settings.number("ledger.first-contact-days", FIRST_DAYS));
        followUps.plan(prospect, FIRST_STEP, intent.by().account(), due, intent.by());
    }

    private void join(UUID prospect, IntentAccepted intent) {
        if (partners.join(prospect, intent.office(), null, intent.intentId(), intent.by()))
            events.publishEvent(Notice.toHolders(
                    holder(prospect),
                    Set.of(Role.OFFICER, Role.LEAD),
                    "prospects.notice.joined",
                    "/ledger/" + prospect,
                    intent.by().organizationName(),
                    intent.matter()));
        else again(prospect, intent);
    }

    /** The office has this matter already: the intent is noted, and leads to the prospect where none led there before. */
    private void again(UUID prospect, IntentAccepted intent) {
        jdbc.sql(
                        "update prospect set intent_id = :intent where id = :id and intent_id is null and holder_office_id = :office")
                .param("intent", intent.intentId())
                .param("id", prospect)
                .param("office", intent.office())
                .update();
        var number = jdbc.sql("select coalesce(number, '') from intent where id = ?")
                .param(intent.intentId())
                .query(String.class)
                .single();
        changes.add(prospect, Changes.What.INTENT, number, intent.by());
    }

    private UUID holder(UUID prospect) {
        return jdbc.sql("select holder_office_id from prospect where id = ?")
                .param(prospect)
                .query(UUID.class)
                .single();
    }
}
