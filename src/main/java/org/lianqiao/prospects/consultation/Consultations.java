package org.lianqiao.prospects.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.Changes;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * 会商 on a disputed lead. What all offices concerned say alike is done; else both coordinating offices are asked, and
 * what those two agree is recorded by the joint office with the number of the 纪要 or 函. Nobody is outvoted.
 */
@Service
@RequiredArgsConstructor
class Consultations {
    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.LEAD);
    private static final int DAYS = 5;

    private final Dossier dossier;
    private final ConsultationQueries queries;
    private final Changes changes;
    private final Directory directory;
    private final StoredFiles files;
    private final Settings settings;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** By an office that knows of the prospect and does not hold it. */
    @Transactional
    public UUID ask(UUID prospect, AskForm form, Viewer officer) {
        var known = dossier.find(prospect, officer);
        officer.require(!known.seat().leads());
        if (!known.status().isLive()) throw new Refused("prospects.consult.refused.over");
        var wish = Objects.requireNonNull(form.wish());
        if (wish == LeadOutcome.HOLDER_STAYS
                || wish == LeadOutcome.JOINS && known.seat().works())
            throw Refused.at("wish", "prospects.consult.required.wish");
        var id = Ids.next();
        int asked = jdbc.sql("""
                insert into lead_consultation (id, prospect_id, office_id, wish, function, reason, asked_by, asked_at, due_on)
                values (:id, :prospect, :office, :wish, :function, :reason, :by, :now, :due)
                on conflict (prospect_id) where state in ('OPEN', 'ESCALATED') do nothing
                """)
                .param("id", id)
                .param("prospect", prospect)
                .param("office", officer.organization())
                .param("wish", wish.name())
                .param(
                        "function",
                        form.function() == null ? null : form.function().name(),
                        java.sql.Types.VARCHAR)
                .param("reason", form.reason())
                .param("by", officer.account())
                .param("now", now())
                .param("due", calendar.after(LocalDate.now(clock), settings.number("ledger.consultation-days", DAYS)))
                .update();
        if (asked == 0) throw new Refused("prospects.consult.refused.open");
        for (var office : queries.concerned(prospect, officer.organization())) invite(id, office, false);
        changes.add(prospect, Changes.What.CONSULTED, officer.organizationName(), officer);
        var consultation = get(id, officer);
        record(consultation, "ask", officer);
        tell(consultation, false, "asked");
        return id;
    }

    /** 经办 drafts for the office; what its 科长 says is confirmed at once. */
    @Transactional
    public void answer(UUID id, @Nullable LeadOutcome outcome, String opinion, Viewer officer) {
        var consultation = held(id, officer);
        var answer = consultation.answerOf(officer.organizationId());
        officer.require(answer.isPresent());
        if (answer.orElseThrow().isConfirmed()) throw new Refused("prospects.consult.refused.answered");
        if (outcome == null) throw Refused.at("outcome", "prospects.consult.required.outcome");
        if (opinion.codePointCount(0, opinion.length()) > 500) throw Refused.at("opinion", "prospects.consult.long");
        jdbc.sql("""
                update lead_consultation_answer set outcome = :outcome, opinion = :opinion, drafted_by = :by, drafted_at = :now
                 where consultation_id = :id and office_id = :office and coordinating = :coordinating and confirmed_at is null
                """)
                .param("outcome", outcome.name())
                .param("opinion", opinion)
                .param("by", officer.account())
                .param("now", now())
                .param("id", id)
                .param("office", officer.organization())
                .param("coordinating", consultation.isEscalated())
                .update();
        record(consultation, "draft", officer);
        if (officer.isLead()) confirm(id, officer);
        else events.publishEvent(notice(consultation, officer.organization(), Set.of(Role.LEAD), "confirm"));
    }

    /** The office's 科长 stands by what was drafted: only now the office has answered. */
    @Transactional
    public void confirm(UUID id, Viewer lead) {
        var consultation = held(id, lead);
        var answer = consultation.answerOf(lead.organizationId());
        lead.require(lead.isLead() && answer.isPresent());
        if (answer.orElseThrow().outcome() == null) throw new Refused("prospects.consult.required.outcome");
        int confirmed = jdbc.sql("""
                update lead_consultation_answer set confirmed_by = :by, confirmed_at = :now
                 where consultation_id = :id and office_id = :office and coordinating = :coordinating and confirmed_at is null
                """)
                .param("by", lead.account())
                .param("now", now())
                .param("id", id)
                .param("office", lead.organization())
                .param("coordinating", consultation.isEscalated())
                .update();
        if (confirmed == 0) throw new Refused("prospects.consult.refused.answered");
        record(consultation, "confirm", lead);
        goOn(get(id, lead), lead);
    }

    /** The joint office records what both sides agreed, never anything else. */
    @Transactional
    public void settle(UUID id, String documentNumber, @Nullable MultipartFile file, Viewer joint) {
        var consultation = held(id, joint);
        joint.require(joint.joint() && consultation.isEscalated());
        var agreed = consultation.agreed();
        if (agreed == null) throw new Refused("prospects.consult.refused.disagree");
        if (documentNumber.isBlank() || documentNumber.codePointCount(0, documentNumber.length()) > 80)
            throw Refused.at("documentNumber", "prospects.consult.required.document");
        var paper = StoredFiles.isGiven(file)
                ? files.keep(file, FilePurpose.MINUTES, joint.organization(), joint, "file")
                : null;
        close(consultation, agreed, documentNumber.strip(), paper, joint);
    }

    /** By the office that asked, as long as nothing is settled. */
    @Transactional
    public void withdraw(UUID id, Viewer officer) {
        var consultation = held(id, officer);
        officer.require(consultation.officeId().equals(officer.organizationId()));
        if (!consultation.isLive()) throw new Refused("prospects.consult.refused.answered");
        jdbc.sql("update lead_consultation set state = 'WITHDRAWN' where id = ?")
                .param(id)
                .update();
        record(consultation, "withdraw", officer);
    }

    /** Who does not answer is not taken to agree: when the time is over, the office that asked may go to both sides. */
    @Transactional
    public void escalate(UUID id, Viewer officer) {
        var consultation = held(id, officer);
        officer.require(consultation.officeId().equals(officer.organizationId()));
        if (!consultation.isOpen() || !consultation.dueOn().isBefore(LocalDate.now(clock)))
            throw new Refused("prospects.consult.refused.early");
        toBothSides(consultation, officer);
    }

    private void goOn(Consultation consultation, Viewer by) {
        if (!consultation.isOpen() || !consultation.isComplete(false)) return;
        var common = consultation.common(false);
        boolean asWished = common.isPresent() && common.get() == consultation.wish();
        if (asWished) close(consultation, consultation.wish(), "", null, by);
        else toBothSides(consultation, by);
    }

    private void toBothSides(Consultation consultation, Viewer by) {
        jdbc.sql("update lead_consultation set state = 'ESCALATED', due_on = ? where id = ?")
                .params(
                        calendar.after(LocalDate.now(clock), settings.number("ledger.consultation-days", DAYS)),
                        consultation.id())
                .update();
        for (var office : directory.coordinatingOffices(consultation.alliance()))
            invite(consultation.id(), office, true);
        record(consultation, "escalate", by);
        tell(get(consultation.id(), by), true, "escalated");
    }

    private void close(
            Consultation consultation, LeadOutcome outcome, String document, @Nullable UUID file, Viewer by) {
        switch (outcome) {
            case HOLDER_CHANGES ->
                dossier.hand(
                        consultation.prospect(),
                        consultation.holderId(),
                        consultation.officeId(),
                        consultation.askedById(),
                        true,
                        by);
            case JOINS -> dossier.join(consultation.prospect(), consultation.officeId(), consultation.function(), by);
            case HOLDER_STAYS -> {}
        }
        jdbc.sql("""
                update lead_consultation set state = 'SETTLED', outcome = :outcome, document_number = :document, file_id = cast(:file as uuid),
                    settled_by = :by, settled_at = :now where id = :id
                """)
                .param("outcome", outcome.name())
                .param("document", document)
                .param("file", file, java.sql.Types.OTHER)
                .param("by", by.account())
                .param("now", now())
                .param("id", consultation.id())
                .update();
        changes.add(consultation.prospect(), Changes.What.CONSULTATION_SETTLED, document, by);
        record(consultation, "settle", by);
        tell(consultation, consultation.isEscalated(), "settled");
        events.publishEvent(notice(consultation, consultation.officeId(), OFFICE, "settled"));
    }

    private Consultation held(UUID id, Viewer officer) {
        get(id, officer);
        queries.hold(id);
        return get(id, officer);
    }

    private Consultation get(UUID id, Viewer officer) {
        return queries.find(id, officer).orElseThrow(NotFound::new);
    }

    private void invite(UUID id, UUID office, boolean coordinating) {
        jdbc.sql("""
                insert into lead_consultation_answer (consultation_id, office_id, coordinating) values (?, ?, ?) on conflict do nothing
                """).params(id, office, coordinating).update();
    }

    private void tell(Consultation consultation, boolean coordinating, String what) {
        consultation.answers().stream()
                .filter(a -> a.coordinating() == coordinating)
                .forEach(a -> events.publishEvent(notice(consultation, a.officeId(), OFFICE, what)));
    }

    private static Notice notice(Consultation consultation, UUID office, Set<Role> roles, String what) {
        return Notice.toHolders(
                office,
                roles,
                "prospects.notice.consult." + what,
                "/ledger/consultations/" + consultation.id(),
                consultation.office(),
                consultation.enterprise(),
                consultation.matter());
    }

    private void record(Consultation consultation, String verb, Viewer by) {
        events.publishEvent(new Recorded(by, "dispute." + verb, "dispute", consultation.id(), consultation.number()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
