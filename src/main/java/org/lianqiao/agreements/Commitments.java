package org.lianqiao.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of commitments. Who owes answers, keeps and postpones; the other parties urge. What one party enters for
 * another is owed only once that one has confirmed it.
 */
@Service
@RequiredArgsConstructor
class Commitments {
    private static final int LAST_YEAR = 2099;
    private static final int WARNED_BEFORE = 7;
    private static final Set<Role> WHO_HEARS = Set.of(Role.OFFICER, Role.LEAD, Role.MANAGER);
    private static final Set<Role> WHO_LEADS = Set.of(Role.LEAD, Role.MANAGER);

    private final CommitmentRepository commitments;
    private final CommitmentQueries queries;
    private final AgreementQueries agreements;
    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional
    UUID enter(UUID agreement, CommitmentForm form, Viewer by) {
        var page = agreements.page(agreement, by).orElseThrow(NotFound::new);
        by.require(page.party());
        var debtor = Objects.requireNonNull(form.debtor());
        var due = Objects.requireNonNull(form.due());
        if (queries.debtors(agreement, by).stream().noneMatch(o -> o.value().equals(debtor.toString())))
            throw Refused.at("debtor", "agreements.required.debtor");
        if (due.isBefore(page.signedOn()) || due.getYear() > LAST_YEAR) throw Refused.at("due", "agreements.due.range");
        boolean own = isOurs(debtor, by);
        var commitment = new Commitment(
                agreement,
                Objects.requireNonNull(form.heading()),
                form.content(),
                debtor,
                due,
                own,
                by,
                clock.instant());
        commitments.write(commitment);
        recorded("commitment.enter", commitment, by);
        if (!own) tell(debtor, WHO_HEARS, "agreements.notice.entered", commitment, by.organizationName());
        return commitment.getId();
    }

    @Transactional
    void step(UUID id, StepForm form, Viewer by) {
        by.require(queries.page(id, by).orElseThrow(NotFound::new).party());
        var commitment = commitments.findForParty(by, id).orElseThrow(NotFound::new);
        var action = Objects.requireNonNull(form.action());
        by.require(isOurs(commitment.getDebtorId(), by) != (action == CommitmentAction.URGED));
        var at = clock.instant();
        switch (action) {
            case CONFIRMED -> commitment.confirm(by, at);
            case REFUSED -> commitment.refuse(reason(form), by, at);
            case PROGRESS -> commitment.progress(reason(form), evidence(form, by), by, at);
            case DUE -> commitment.postpone(day(form, true), reason(form), by, at);
            case DONE -> commitment.keep(day(form, false), reason(form), evidence(form, by), by, at);
            case DROPPED -> commitment.drop(reason(form), by, at);
            case URGED -> commitment.urge(today(), by, at);
            case ENTERED -> throw new Refused("agreements.required.action");
        }
        commitments.write(commitment);
        recorded("commitment." + action.name().toLowerCase(java.util.Locale.ROOT), commitment, by);
        if (action == CommitmentAction.URGED) urge(commitment, by);
        else if (action != CommitmentAction.PROGRESS) tellOthers(commitment, "agreements.notice." + action, by);
    }

    /** @throws NotFound where it is no paper of a commitment that the viewer reads */
    @Transactional(readOnly = true)
    ResponseEntity<Resource> paper(UUID id, UUID file, Viewer viewer) {
        var page = queries.page(id, viewer).orElseThrow(NotFound::new);
        if (page.changes().stream().noneMatch(c -> file.equals(c.fileId()))) throw new NotFound();
        return files.download(file);
    }

    /**
     * Reminds a week before and once more when the day has passed, each once for each day that was set: the one who looks
     * after it, and when it is late his lead too. Guarded by the rows themselves, so that it may run twice.
     */
    @Transactional
    void remind() {
        var today = today();
        warn("due_noticed_on", today, today.plusDays(WARNED_BEFORE))
                .forEach(c -> tellOwner(c, "agreements.notice.due", false));
        warn("late_noticed_on", today, today.minusDays(1)).forEach(c -> tellOwner(c, "agreements.notice.late", true));
    }

    private record Warned(UUID id, UUID debtorId, @Nullable UUID ownerId, String content, LocalDate dueOn) {}

    private List<Warned> warn(String column, LocalDate today, LocalDate until) {
        return jdbc.sql("update commitment set " + column
                        + " = :today where state in ('OPEN', 'ACTIVE') and due_on <= :until and " + column
                        + " is null returning id, debtor_id, owner_id, content, due_on")
                .param("today", today)
                .param("until", until)
                .query(Warned.class)
                .list();
    }

    private void tellOwner(Warned c, String key, boolean leadToo) {
        var link = "/commitments/" + c.id();
        if (c.ownerId() != null)
            events.publishEvent(Notice.toPerson(
                    c.ownerId(), key, link, c.content(), c.dueOn().toString()));
        if (leadToo || c.ownerId() == null)
            events.publishEvent(Notice.toHolders(
                    c.debtorId(), WHO_LEADS, key, link, c.content(), c.dueOn().toString()));
    }

    private void urge(Commitment commitment, Viewer by) {
        var owner = commitment.getOwnerId();
        if (owner == null)
            tell(commitment.getDebtorId(), WHO_LEADS, "agreements.notice.URGED", commitment, by.organizationName());
        else
            events.publishEvent(Notice.toPerson(
                    owner,
                    "agreements.notice.URGED",
                    "/commitments/" + commitment.getId(),
                    by.organizationName(),
                    commitment.getContent()));
    }

    private void tellOthers(Commitment commitment, String key, Viewer by) {
        jdbc.sql("select organization_id from agreement_party where agreement_id = ? and organization_id <> ?")
                .params(commitment.getAgreementId(), by.organization())
                .query(UUID.class)
                .list()
                .forEach(p -> tell(p, WHO_HEARS, key, commitment, by.organizationName()));
    }

    private void tell(UUID organization, Set<Role> roles, String key, Commitment commitment, String who) {
        events.publishEvent(Notice.toHolders(
                organization, roles, key, "/commitments/" + commitment.getId(), who, commitment.getContent()));
    }

    private void recorded(String action, Commitment commitment, Viewer by) {
        events.publishEvent(new Recorded(by, action, "commitment", commitment.getId(), commitment.getContent()));
    }

    /** An office answers also for its departments, a department for its office. */
    private boolean isOurs(UUID debtor, Viewer viewer) {
        return jdbc.sql("select " + CommitmentQueries.OURS + " from (select cast(:debtor as uuid) as debtor_id) c")
                .params(AgreementSight.of(viewer))
                .param("debtor", debtor)
                .query(Boolean.class)
                .single();
    }

    private @Nullable UUID evidence(StepForm form, Viewer by) {
        return StoredFiles.isGiven(form.file())
                ? files.keep(form.file(), FilePurpose.EVIDENCE, by.organization(), by, "file")
                : null;
    }

    private static String reason(StepForm form) {
        if (form.note().length() < 2) throw Refused.at("note", "agreements.required.note");
        return form.note();
    }

    private LocalDate day(StepForm form, boolean ahead) {
        var on = form.on();
        if (on == null) throw Refused.at("on", "agreements.required.on");
        if (ahead ? on.isBefore(today()) || on.getYear() > LAST_YEAR : on.isAfter(today()))
            throw Refused.at("on", ahead ? "agreements.on.past" : "agreements.on.future");
        return on;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
