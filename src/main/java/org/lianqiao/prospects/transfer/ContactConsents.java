package org.lianqiao.prospects.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.prospects.Changes;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The enterprise's separate word before its contact goes to another office (个人信息保护法 第二十三条): by a personal link
 * to the person, on the page of its account, or told to the office, which writes down when and how. The contact goes
 * along only when the word was given and the other office has accepted, whichever comes last.
 */
@Service
@RequiredArgsConstructor
class ContactConsents {
    private static final String PURPOSE = "CONTACT_TO_OTHER_OFFICE";
    private static final String ASKED = """
            select t.id, t.prospect_id as prospect, p.organization_id as organization, o.name as enterprise, p.matter, f.name as "from", g.name as "to", t.to_office_id as office,
                   t.from_office_id as former, t.contact_id as contact, k.name as person, k.title, t.state, t.consent_state as consent
              from prospect_transfer t join prospect p on p.id = t.prospect_id join organization o on o.id = p.organization_id
              join organization f on f.id = t.from_office_id join organization g on g.id = t.to_office_id
              join contact k on k.id = t.contact_id where
            """;

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Consents consents;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What is asked: may this person's contact go from one office to the other, for this matter. */
    record Question(
            UUID id,
            UUID prospect,
            UUID organization,
            String enterprise,
            String matter,
            String from,
            String to,
            UUID office,
            UUID former,
            UUID contact,
            String person,
            String title,
            TransferState state,
            ConsentState consent) {
        public boolean isOpen() {
            return consent == ConsentState.ASKED && (state.isOpen() || state == TransferState.ACCEPTED);
        }

        public String maskedPerson() {
            return Masked.name(person);
        }
    }

    /** Sends the question to the person and to the enterprise's account; a later link ends the earlier one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID transfer, Viewer by) {
        var question = find("t.id = ?", transfer).filter(Question::isOpen).orElse(null);
        if (question == null) return;
        var token = Tokens.next();
        jdbc.sql("update prospect_transfer set token_hash = ? where id = ?")
                .params(Tokens.digest(token), transfer)
                .update();
        contacts.reach(question.contact)
                .ifPresent(reach -> events.publishEvent(Notice.toOutside(
                        reach,
                        "prospects.notice.consent",
                        "/consents/" + token,
                        question.from,
                        question.matter,
                        question.to)));
        events.publishEvent(Notice.toHolders(
                question.organization,
                Set.of(Role.MEMBER, Role.MANAGER),
                "prospects.notice.consent",
                "/my/consents",
                question.from,
                question.matter,
                question.to));
    }

    @Transactional(readOnly = true)
    public Optional<Question> byToken(String token) {
        return Tokens.isOne(token) ? find("t.token_hash = ?", Tokens.digest(token)) : Optional.empty();
    }

    /** What an enterprise is or was asked. */
    @Transactional(readOnly = true)
    public List<Question> of(UUID enterprise) {
        return jdbc.sql(ASKED + " p.organization_id = ? and t.state <> 'PROPOSED' order by t.offered_at desc limit 50")
                .param(enterprise)
                .query(Question.class)
                .list();
    }

    @Transactional
    public void answerByLink(String token, boolean yes) {
        var question = byToken(token).orElseThrow(NotFound::new);
        answer(question, yes, "LINK", LocalDate.now(clock), "", Viewer.VISITOR);
    }

    @Transactional
    public void answerByAccount(UUID transfer, boolean yes, Viewer member) {
        var question = find("t.id = ?", transfer)
                .filter(q -> q.organization.equals(member.organizationId()))
                .orElseThrow(NotFound::new);
        answer(question, yes, "ACCOUNT", LocalDate.now(clock), "", member);
    }

    /** The enterprise told the office, which keeps day and evidence. */
    @Transactional
    public void write(UUID transfer, ConsentForm form, boolean yes, Viewer officer) {
        var question = find("t.id = ?", transfer).orElseThrow(NotFound::new);
        officer.require(question.former.equals(officer.organizationId()));
        answer(question, yes, "RECORDED", java.util.Objects.requireNonNull(form.on()), form.evidence(), officer);
    }

    private void answer(Question question, boolean yes, String how, LocalDate on, String evidence, Viewer by) {
        if (!question.isOpen()) throw new Refused("prospects.transfer.refused.consent");
        var consent = yes
                ? consents.give(PURPOSE, question.person, question.organization, "transfer", question.id, by)
                : null;
        int done = jdbc.sql("""
                update prospect_transfer set consent_state = :state, consent_how = :how, consent_on = :on, consent_evidence = :evidence,
                    consent_id = cast(:consent as uuid) where id = :id and consent_state = 'ASKED'
                """)
                .param("state", yes ? "GIVEN" : "REFUSED")
                .param("how", how)
                .param("on", on)
                .param("evidence", evidence)
                .param("consent", consent, java.sql.Types.OTHER)
                .param("id", question.id)
                .update();
        if (done == 0) throw new Refused("prospects.transfer.refused.consent");
        changes.add(
                question.prospect,
                yes ? Changes.What.CONTACT_AGREED : Changes.What.CONTACT_DECLINED,
                question.to,
                by.accountId());
        events.publishEvent(new Recorded(
                by, yes ? "transfer.agree" : "transfer.decline", "transfer", question.id, question.enterprise, how));
        passOn(question.id, by);
        tell(question, yes);
    }

    /** Gives the other office the contact, where it has accepted and the enterprise agreed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(UUID transfer, Viewer by) {
        jdbc.sql("""
                select contact_id, to_office_id, consent_id from prospect_transfer
                 where id = ? and state = 'ACCEPTED' and consent_state = 'GIVEN'
                """)
                .param(transfer)
                .query((row, n) -> new UUID[] {
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)
                })
                .optional()
                .ifPresent(go -> contacts.passOn(go[0], go[1], go[2], by));
    }

    private void tell(Question question, boolean yes) {
        var told = question.state == TransferState.ACCEPTED
                ? List.of(question.former, question.office)
                : List.of(question.former);
        for (var office : told)
            events.publishEvent(Notice.toHolders(
                    office,
                    Set.of(Role.OFFICER, Role.LEAD),
                    yes ? "prospects.notice.consent.given" : "prospects.notice.consent.refused",
                    "/ledger/transfers/" + question.id,
                    question.enterprise,
                    question.to));
    }

    private Optional<Question> find(String where, @Nullable Object value) {
        return jdbc.sql(ASKED + where).param(value).query(Question.class).optional();
    }
}
