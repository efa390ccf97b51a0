package org.lianqiao.prospects.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests of enterprises: asked by an office that works on the prospect, answered by the office responsible. */
@Service
@RequiredArgsConstructor
class Requests {
    private static final int LONGEST_DAYS = 730;

    private final RequestRepository requests;
    private final RequestQueries queries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @throws NotFound where the viewer sees no such prospect. @throws Forbidden where the office does not work on it */
    @Transactional(readOnly = true)
    public Option requireWorked(UUID prospect, Viewer officer) {
        var worked = queries.worked(prospect, officer);
        if (worked.isPresent()) return worked.get();
        if (queries.seen(prospect, officer)) throw new Forbidden();
        throw new NotFound();
    }

    /** @throws Refused at {@code office} or {@code due} */
    @Transactional
    public UUID ask(UUID prospect, RequestForm form, Viewer officer) {
        var worked = requireWorked(prospect, officer);
        var office = Objects.requireNonNull(form.office());
        requireKnown(office, officer);
        var due = ahead(form.due());
        var request = requests.saveAndFlush(
                new EnterpriseRequest(prospect, form.text(), form.measure(), office, due, officer, clock.instant()));
        record(officer, "request.ask", request, form.text());
        if (!office.equals(officer.organizationId()))
            tellOffice(
                    office, "requests.notice.asked", request, officer.organizationName(), worked.value(), form.text());
        return request.getId();
    }

    /** @throws org.lianqiao.shared.EditedMeanwhile where somebody else was first */
    @Transactional
    public void step(UUID id, StepForm form, Viewer officer) {
        var row = queries.find(id, officer).orElseThrow(NotFound::new);
        officer.require(row.isActed());
        var request = requests.findById(id).orElseThrow(NotFound::new);
        request.expectVersion(form.version() == null ? -1 : form.version());
        var at = clock.instant();
        switch (Objects.requireNonNull(form.action())) {
            case WORK -> request.work(said(form), officer, at);
            case ANSWER -> request.answer(said(form), officer, at);
            case REOPEN -> {
                officer.require(row.asked());
                request.reopen(said(form), ahead(form.due()), officer, at);
            }
            case REASSIGN ->
                request.reassign(known(form.office(), officer), name(form.office(), officer), form.note(), officer, at);
            case ASKED -> throw new Refused("requests.required.action");
        }
        requests.flush();
        record(officer, "request.step", request, String.valueOf(form.action()));
        tell(row, request, form.action(), officer);
    }

    /** Who waits hears of it; who is to act too. */
    private void tell(RequestRow row, EnterpriseRequest request, RequestAction action, Viewer officer) {
        switch (action) {
            case WORK, ANSWER -> {
                if (!request.getAskedBy().equals(officer.accountId()))
                    events.publishEvent(Notice.toPerson(
                            request.getAskedBy(),
                            "requests.notice." + action,
                            link(request),
                            row.enterprise(),
                            request.getMeasure()));
            }
            case REOPEN, REASSIGN -> {
                if (!request.getOfficeId().equals(officer.organizationId()))
                    tellOffice(
                            request.getOfficeId(),
                            "requests.notice.asked",
                            request,
                            officer.organizationName(),
                            row.enterprise(),
                            request.getText());
            }
            case ASKED -> {}
        }
    }

    private void tellOffice(UUID office, String key, EnterpriseRequest request, String... args) {
        events.publishEvent(Notice.toHolders(office, Set.of(Role.OFFICER, Role.LEAD), key, link(request), args));
    }

    private void record(Viewer officer, String action, EnterpriseRequest request, String detail) {
        events.publishEvent(new Recorded(officer, action, "request", request.getId(), request.getText(), detail));
    }

    private static String link(EnterpriseRequest request) {
        return "/ledger/requests/" + request.getId();
    }

    private static String said(StepForm form) {
        if (form.note().isEmpty()) throw Refused.at("note", "requests.required.note");
        return form.note();
    }

    private LocalDate ahead(@Nullable LocalDate due) {
        var today = LocalDate.now(clock);
        if (due == null || due.isBefore(today) || due.isAfter(today.plusDays(LONGEST_DAYS)))
            throw Refused.at("due", "requests.refused.due");
        return due;
    }

    private UUID known(@Nullable UUID office, Viewer officer) {
        if (office == null) throw Refused.at("office", "requests.required.office");
        requireKnown(office, officer);
        return office;
    }

    private void requireKnown(UUID office, Viewer officer) {
        if (name(office, officer).isEmpty()) throw Refused.at("office", "requests.required.office");
    }

    private String name(@Nullable UUID office, Viewer officer) {
        return queries.offices(officer).stream()
                .filter(o -> o.value().equals(String.valueOf(office)))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }
}
