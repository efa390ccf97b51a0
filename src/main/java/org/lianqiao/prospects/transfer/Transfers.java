package org.lianqiao.prospects.transfer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.Changes;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.prospects.ProspectStatus;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead moves to a better-suited office: its holder offers, its 科长 agrees, the other office accepts. One open transfer
 * at a time is a unique index; each step is one guarded update.
 */
@Service
@RequiredArgsConstructor
class Transfers {
    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.LEAD);

    private final Dossier dossier;
    private final TransferQueries queries;
    private final ContactConsents consents;
    private final Contacts contacts;
    private final Changes changes;
    private final Directory directory;
    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** By the holder; what an officer offers waits for the own lead. @return the transfer */
    @Transactional
    public UUID offer(UUID prospect, OfferForm form, Viewer officer) {
        var known = dossier.find(prospect, officer);
        officer.require(known.seat().leads());
        if (known.status() == ProspectStatus.DROPPED) throw new Refused("prospects.refused.dropped");
        var office = Objects.requireNonNull(form.office());
        if (office.equals(known.holder())
                || directory.offices(known.alliance()).stream()
                        .noneMatch(o -> o.value().equals(office.toString())))
            throw Refused.at("office", "prospects.transfer.required.office");
        if (form.contact() != null
                && contacts.of(known.organization(), officer).stream().noneMatch(c -> c.id().equals(form.contact())))
            throw Refused.at("contact", "prospects.transfer.required.contact");
        var id = Ids.next();
        var state = officer.isLead() ? TransferState.OFFERED : TransferState.PROPOSED;
        int open = jdbc.sql("""
                insert into prospect_transfer (id, prospect_id, from_office_id, to_office_id, reason, stays, state, offered_by,
                    offered_at, approved_by, contact_id, consent_state)
                values (:id, :prospect, :from, :to, :reason, :stays, :state, :by, :now, cast(:approved as uuid), cast(:contact as uuid), :consent)
                on conflict (prospect_id) where state in ('PROPOSED', 'OFFERED') do nothing
                """)
                .param("id", id)
                .param("prospect", prospect)
                .param("from", officer.organization())
                .param("to", office)
                .param("reason", form.reason())
                .param("stays", Boolean.TRUE.equals(form.stays()))
                .param("state", state.name())
                .param("by", officer.account())
                .param("now", OffsetDateTime.now(clock))
                .param("approved", officer.isLead() ? officer.account() : null, java.sql.Types.OTHER)
                .param("contact", form.contact(), java.sql.Types.OTHER)
                .param("consent", form.contact() == null ? "NONE" : "ASKED")
                .update();
        if (open == 0) throw new Refused("prospects.transfer.refused.open");
        changes.add(prospect, Changes.What.TRANSFER_OFFERED, directory.name(office), officer);
        var transfer = queries.find(id, officer).orElseThrow(NotFound::new);
        record(transfer, "offer", officer);
        if (state == TransferState.PROPOSED)
            tell(transfer, transfer.fromId(), Set.of(Role.LEAD), "approve", officer.name());
        else sent(transfer, officer);
        return id;
    }

    /** The holder's lead lets the offer out. */
    @Transactional
    public void approve(UUID id, Viewer lead) {
        var transfer = queries.find(id, lead).orElseThrow(NotFound::new);
        lead.require(transfer.isOurs() && lead.isLead());
        step(id, TransferState.PROPOSED, TransferState.OFFERED, "approved_by = :by", "", lead);
        record(transfer, "approve", lead);
        sent(transfer, lead);
    }

    /** @param owner who has it from now on, of the accepting office; who accepts where nobody is named */
    @Transactional
    public void accept(UUID id, @Nullable UUID owner, Viewer officer) {
        var transfer = received(id, officer);
        if (owner != null
                && people.officersOf(officer.organization()).stream()
                        .noneMatch(o -> o.value().equals(owner.toString())))
            throw Refused.at("owner", "prospects.transfer.required.owner");
        step(id, TransferState.OFFERED, TransferState.ACCEPTED, "answered_by = :by, answered_at = :now", "", officer);
        dossier.hand(
                transfer.prospect(),
                transfer.fromId(),
                transfer.toId(),
                owner == null ? officer.account() : owner,
                transfer.stays(),
                officer);
        dossier.credit(transfer.prospect(), transfer.fromId(), officer);
        consents.passOn(id, officer);
        record(transfer, "accept", officer);
        tell(transfer, transfer.fromId(), OFFICE, "accepted", transfer.to());
    }

    @Transactional
    public void refuse(UUID id, String answer, Viewer officer) {
        var transfer = received(id, officer);
        if (answer.isBlank()) throw Refused.at("answer", "prospects.transfer.required.answer");
        if (answer.codePointCount(0, answer.length()) > 300)
            throw Refused.at("answer", "prospects.transfer.required.answer");
        step(
                id,
                TransferState.OFFERED,
                TransferState.REFUSED,
                "answered_by = :by, answered_at = :now, answer = :answer",
                answer,
                officer);
        changes.add(transfer.prospect(), Changes.What.TRANSFER_REFUSED, transfer.to(), officer);
        record(transfer, "refuse", officer);
        tell(transfer, transfer.fromId(), OFFICE, "refused", transfer.to());
    }

    /** By who offered, as long as it is open. */
    @Transactional
    public void withdraw(UUID id, Viewer officer) {
        var transfer = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(transfer.isOurs());
        if (!transfer.state().isOpen()) throw new Refused("prospects.transfer.refused.answered");
        step(id, transfer.state(), TransferState.WITHDRAWN, "answered_by = :by, answered_at = :now", "", officer);
        changes.add(transfer.prospect(), Changes.What.TRANSFER_WITHDRAWN, transfer.to(), officer);
        record(transfer, "withdraw", officer);
        if (transfer.state() == TransferState.OFFERED)
            tell(transfer, transfer.toId(), OFFICE, "withdrawn", transfer.from());
    }

    private TransferPage received(UUID id, Viewer officer) {
        var transfer = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(transfer.isTheirs());
        return transfer;
    }

    /** One of several who answer in the same instant wins. */
    private void step(UUID id, TransferState from, TransferState to, String also, String answer, Viewer by) {
        int done = jdbc.sql("update prospect_transfer set state = :to, " + also + " where id = :id and state = :from")
                .param("id", id)
                .param("from", from.name())
                .param("to", to.name())
                .param("by", by.account())
                .param("now", OffsetDateTime.now(clock))
                .param("answer", answer)
                .update();
        if (done == 0) throw new Refused("prospects.transfer.refused.answered");
    }

    private void sent(TransferPage transfer, Viewer by) {
        tell(transfer, transfer.toId(), OFFICE, "offered", transfer.from());
        consents.ask(transfer.id(), by);
    }

    private void tell(TransferPage transfer, UUID office, Set<Role> roles, String what, String who) {
        events.publishEvent(Notice.toHolders(
                office,
                roles,
                "prospects.notice.transfer." + what,
                "/ledger/transfers/" + transfer.id(),
                who,
                transfer.enterprise(),
                transfer.matter()));
    }

    private void record(TransferPage transfer, String verb, Viewer by) {
        events.publishEvent(new Recorded(
                by,
                "transfer." + verb,
                "transfer",
                transfer.id(),
                transfer.number(),
                transfer.from() + " → " + transfer.to()));
    }
}
