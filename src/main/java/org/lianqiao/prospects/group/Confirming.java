package org.lianqiao.prospects.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.organizations.Consents;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.prospects.LeadSource;
import org.lianqiao.prospects.Ledger;
import org.lianqiao.prospects.NewLead;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An enterprise of a group speaks for itself, by its link: it becomes a prospect of the office and its contact goes there,
 * or nothing of it stays but the name.
 */
@Service
@RequiredArgsConstructor
class Confirming {
    private static final String FIRST_STEP = "与企业首次联系";
    private static final int FIRST_DAYS = 3;

    private final Ledger ledger;
    private final Dossier dossier;
    private final Contacts contacts;
    private final Consents consents;
    private final People people;
    private final Viewers viewers;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What the enterprise is asked. */
    record Question(
            UUID id,
            UUID groupId,
            String name,
            @Nullable String uscc,
            String contactName,
            String reach,
            String state,
            UUID associationId,
            String association,
            UUID officeId,
            String office,
            String matter,
            String message) {
        public boolean isOpen() {
            return state.equals("ASKED");
        }

        public String maskedContact() {
            return Masked.name(contactName);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Question> find(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return jdbc.sql("""
                select m.id, g.id as group_id, m.name, m.uscc, m.contact_name, m.reach, m.state, a.id as association_id, a.name as association,
                       o.id as office_id, o.name as office, g.matter, g.message
                  from prospect_group_member m join prospect_group g on g.id = m.group_id join organization a on a.id = g.association_id
                  join organization o on o.id = g.office_id where m.token_hash = ?
                """).param(Tokens.digest(token)).query(Question.class).optional();
    }

    @Transactional
    public void confirm(String token) {
        var question = answered(token, "CONFIRMED");
        var officer = officer(question.officeId);
        UUID prospect;
        try {
            prospect = open(question, officer);
        } catch (Refused refused) {
            if (!"matter".equals(refused.getField())) throw refused;
            jdbc.sql("update prospect_group_member set state = 'KNOWN', contact_name = '', reach = '' where id = ?")
                    .param(question.id)
                    .update();
            tell(question, "known");
            return;
        }
        var consent = consents.give(
                "CONTACT_TO_OFFICE",
                question.contactName,
                organization(prospect),
                "group",
                question.id,
                Viewer.VISITOR);
        boolean mail = question.reach.contains("@");
        contacts.keep(
                organization(prospect),
                question.contactName,
                "",
                mail ? "" : question.reach,
                mail ? question.reach : "",
                ContactSource.INTENT,
                question.association,
                LocalDate.now(clock),
                consent,
                question.officeId,
                officer);
        dossier.credit(prospect, question.associationId, officer);
        jdbc.sql("update prospect_group_member set prospect_id = ?, contact_name = '', reach = '' where id = ?")
                .params(prospect, question.id)
                .update();
        tell(question, "confirmed");
    }

    @Transactional
    public void decline(String token) {
        var question = answered(token, "DECLINED");
        jdbc.sql("update prospect_group_member set contact_name = '', reach = '' where id = ?")
                .param(question.id)
                .update();
        tell(question, "declined");
    }

    private UUID open(Question question, Viewer officer) {
        return ledger.report(
                new NewLead(
                        question.name,
                        question.uscc == null ? null : Uscc.parse(question.uscc).orElse(null),
                        question.matter,
                        LeadSource.ASSOCIATION,
                        question.association,
                        officer.organizationRegion(),
                        null,
                        null,
                        FIRST_STEP,
                        null,
                        calendar.after(LocalDate.now(clock), FIRST_DAYS)),
                officer);
    }

    /** Of two clicks one counts. */
    private Question answered(String token, String state) {
        var question = find(token).orElseThrow(NotFound::new);
        int done = jdbc.sql(
                        "update prospect_group_member set state = ?, answered_at = ? where id = ? and state = 'ASKED'")
                .params(state, OffsetDateTime.now(clock), question.id)
                .update();
        if (done == 0) throw new Refused("prospects.group.answered");
        events.publishEvent(new Recorded(
                Viewer.VISITOR,
                state.equals("DECLINED") ? "group.decline" : "group.confirm",
                "group",
                question.groupId,
                question.name));
        return question;
    }

    /** Somebody who works the ledger of the office; its lead gives the prospect to another. */
    private Viewer officer(UUID office) {
        return people.officersOf(office).stream()
                .map(o -> viewers.of(UUID.fromString(o.value())))
                .flatMap(Optional::stream)
                .filter(v -> v.isOfficer() && office.equals(v.organizationId()) && v.allianceId() != null)
                .findFirst()
                .orElseThrow(() -> new Refused("prospects.group.nobody"));
    }

    private UUID organization(UUID prospect) {
        return Objects.requireNonNull(jdbc.sql("select organization_id from prospect where id = ?")
                .param(prospect)
                .query(UUID.class)
                .single());
    }

    private void tell(Question question, String what) {
        events.publishEvent(notice(question, question.officeId, Set.of(Role.OFFICER, Role.LEAD), what));
        events.publishEvent(notice(question, question.associationId, Set.of(Role.MEMBER, Role.MANAGER), what));
    }

    private static Notice notice(Question question, UUID to, Set<Role> roles, String what) {
        return Notice.toHolders(
                to,
                roles,
                "prospects.notice.group." + what,
                "/groups/" + question.groupId,
                question.name,
                question.matter);
    }
}
