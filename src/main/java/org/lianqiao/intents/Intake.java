package org.lianqiao.intents;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the offices that answer intents (意向受理). */
@Service
@RequiredArgsConstructor
class Intake {
    private static final int LONGEST_MATTER = 80;

    private final IntentRepository intents;
    private final Directory directory;
    private final IntentNews news;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What the accepted intent is about, for the ledger. */
    private record Matter(
            String title,
            @Nullable UUID chain,
            @Nullable UUID node,
            @Nullable String region,
            @Nullable UUID owner) {}

    @Transactional
    void accept(UUID id, Viewer officer) {
        var intent = own(id, officer);
        boolean unknown = intent.getState() == IntentState.UNVERIFIED;
        intent.accept(officer.account(), clock.instant());
        saved(intent, officer, "");
        directory.vouch(Objects.requireNonNull(intent.getOrganizationId()), officer);
        var matter = matter(intent);
        // Whose need it is hears of a visitor's intent only now: before, nobody had verified the sender.
        if (unknown && matter.owner() != null) news.tellOwner(intent, matter.owner(), matter.title());
        events.publishEvent(new IntentAccepted(
                id,
                intent.getAllianceId(),
                Objects.requireNonNull(intent.getOrganizationId()),
                officer.organization(),
                matter.title(),
                matter.chain(),
                matter.node(),
                matter.region(),
                intent.getAmountYuan(),
                officer));
    }

    @Transactional
    void passOn(UUID id, @Nullable UUID office, String reason, Viewer officer) {
        if (reason.isBlank()) throw Refused.at("text", "intents.required.reason");
        var intent = own(id, officer);
        intent.passOn(known(office, officer), reason, officer.account(), clock.instant());
        saved(intent, officer, reason);
        news.tellOffice(intent, "intents.notice.SUBMITTED");
    }

    @Transactional
    void assign(UUID id, @Nullable UUID office, Viewer officer) {
        officer.require(officer.isOfficer());
        var intent = intents.findForCoordinator(officer, id).orElseThrow(NotFound::new);
        intent.assign(known(office, officer), officer.account(), clock.instant());
        saved(intent, officer, "");
        news.tellOffice(intent, "intents.notice.SUBMITTED");
    }

    @Transactional
    void ask(UUID id, String question, Viewer officer) {
        if (question.isBlank()) throw Refused.at("text", "intents.required.question");
        var intent = own(id, officer);
        intent.ask(question, officer.account(), clock.instant());
        saved(intent, officer, question);
    }

    @Transactional
    void decline(UUID id, String reason, Viewer officer) {
        if (reason.isBlank()) throw Refused.at("text", "intents.required.reason");
        var intent = own(id, officer);
        intent.decline(reason, officer.account(), clock.instant());
        saved(intent, officer, reason);
    }

    private Intent own(UUID id, Viewer officer) {
        officer.require(officer.isOfficer());
        return intents.findForOffice(officer, id).orElseThrow(NotFound::new);
    }

    private UUID known(@Nullable UUID office, Viewer officer) {
        if (office == null
                || directory.offices(officer.allianceId()).stream()
                        .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "intents.required.office");
        return office;
    }

    /** In the language of the offices: the matter is a record of theirs, whoever reads it. */
    private Matter matter(Intent intent) {
        var found = jdbc.sql("""
                select coalesce(n.title, p.name, r.name_zh || '投资意向', '投资意向') as title,
                       coalesce(n.chain_id, p.chain_id) as chain, coalesce(n.node_id, p.node_id) as node,
                       coalesce(n.region_code, s.region_code, i.region_code) as region,
                       coalesce(n.organization_id, p.organization_id) as owner
                  from intent i left join need n on n.id = i.need_id left join project p on p.id = i.project_id
                  left join region r on r.code = i.region_code
                  left join lateral (select region_code from project_site where project_id = p.id order by position limit 1) s on true
                 where i.id = ?
                """).param(intent.getId()).query(Matter.class).single();
        var title = found.title();
        int end = title.offsetByCodePoints(0, Math.min(LONGEST_MATTER, title.codePointCount(0, title.length())));
        return new Matter(title.substring(0, end), found.chain(), found.node(), found.region(), found.owner());
    }

    private void saved(Intent intent, Viewer officer, String reason) {
        intents.write(intent);
        news.decided(intent, officer, reason);
    }
}
