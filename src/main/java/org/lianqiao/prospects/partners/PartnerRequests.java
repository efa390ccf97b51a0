package org.lianqiao.prospects.partners;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.prospects.ProspectStatus;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks and answers: one open request per prospect and office, whoever asked. Where both ask each other, that is the
 * agreement.
 */
@Service
@RequiredArgsConstructor
class PartnerRequests {
    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.LEAD);

    private final Dossier dossier;
    private final RequestQueries queries;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The holder asks an office, with its part: 研发 here, 生产 there. */
    @Transactional
    public void invite(UUID prospect, @Nullable UUID office, @Nullable SiteFunction part, String note, Viewer officer) {
        var known = dossier.find(prospect, officer);
        officer.require(known.seat().leads());
        requireLive(known);
        if (office == null
                || office.equals(known.holder())
                || directory.offices(known.alliance()).stream()
                        .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "prospects.required.office");
        if (queries.isPartner(prospect, office)) throw Refused.at("office", "prospects.refused.partner");
        ask(known, office, true, part, note, officer);
    }

    /** An office that knows of the prospect asks its holder. */
    @Transactional
    public void askToJoin(UUID prospect, @Nullable SiteFunction part, String note, Viewer officer) {
        var known = dossier.find(prospect, officer);
        officer.require(!known.seat().works());
        requireLive(known);
        ask(known, officer.organization(), false, part, note, officer);
    }

    @Transactional
    public void agree(UUID id, Viewer officer) {
        var request = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(request.answers());
        close(id, "AGREED", officer);
        dossier.join(request.prospect(), request.officeId(), request.function(), officer);
        record("agree", request.prospect(), request.number(), request.office(), officer);
        tell(request, "agreed", officer);
    }

    @Transactional
    public void refuse(UUID id, Viewer officer) {
        var request = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(request.answers());
        close(id, "REFUSED", officer);
        record("refuse", request.prospect(), request.number(), request.office(), officer);
        tell(request, "refused", officer);
    }

    /** By the office that asked. */
    @Transactional
    public void withdraw(UUID id, Viewer officer) {
        var request = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(!request.answers());
        close(id, "WITHDRAWN", officer);
        record("withdraw", request.prospect(), request.number(), request.office(), officer);
    }

    private void ask(
            Dossier.Known known,
            UUID office,
            boolean invited,
            @Nullable SiteFunction part,
            String note,
            Viewer officer) {
        if (note.codePointCount(0, note.length()) > 200) throw Refused.at("note", "prospects.partner.note.size");
        var open = queries.openOf(known.id(), office);
        if (open.isPresent() && open.get().invited() != invited) {
            agree(open.get().id(), officer);
            return;
        }
        int asked = jdbc.sql("""
                insert into partner_request (id, prospect_id, office_id, invited, function, note, asked_by, asked_at)
                values (:id, :prospect, :office, :invited, :function, :note, :by, :now)
                on conflict (prospect_id, office_id) where state = 'OPEN' do nothing
                """)
                .param("id", Ids.next())
                .param("prospect", known.id())
                .param("office", office)
                .param("invited", invited)
                .param("function", part == null ? null : part.name(), java.sql.Types.VARCHAR)
                .param("note", note)
                .param("by", officer.account())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (asked == 0) throw Refused.at("office", "prospects.partner.asked");
        record(invited ? "invite" : "ask", known.id(), known.number(), directory.name(office), officer);
        events.publishEvent(Notice.toHolders(
                invited ? office : known.holder(),
                OFFICE,
                invited ? "prospects.notice.partner" : "prospects.notice.ask",
                "/ledger/partner-requests",
                officer.organizationName(),
                invited ? known.enterprise() : officer.name(),
                invited ? known.matter() : known.enterprise()));
    }

    private void close(UUID id, String state, Viewer by) {
        int done = jdbc.sql("""
                update partner_request set state = ?, answered_by = ?, answered_at = ? where id = ? and state = 'OPEN'
                """)
                .params(state, by.account(), OffsetDateTime.now(clock), id)
                .update();
        if (done == 0) throw new Refused("prospects.partner.answered");
    }

    private static void requireLive(Dossier.Known known) {
        if (known.status() == ProspectStatus.DROPPED) throw new Refused("prospects.refused.dropped");
    }

    /** Whoever asked is told. */
    private void tell(RequestRow request, String what, Viewer by) {
        events.publishEvent(Notice.toHolders(
                request.invited() ? request.holderId() : request.officeId(),
                OFFICE,
                "prospects.notice.partner." + what,
                what.equals("agreed") ? "/ledger/" + request.prospect() : "/ledger/partner-requests",
                by.organizationName(),
                request.enterprise()));
    }

    private void record(String verb, UUID prospect, String number, String office, Viewer by) {
        events.publishEvent(new Recorded(by, "partner." + verb, "prospect", prospect, number, office));
    }
}
