package org.lianqiao.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.PersonalData;
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

/**
 * What a person asks about the own data: received, worked on by the security administrator, answered in time. The auditor
 * reads along and changes nothing.
 */
@Service
@RequiredArgsConstructor
class PersonalDataRequests {
    private static final int USUAL_DAYS = 15;
    private static final String MAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}";

    private final JdbcClient jdbc;
    private final PersonalDataPages pages;
    private final List<PersonalData> sources;
    private final Numbers numbers;
    private final Settings settings;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Asking(@Nullable UUID account, String name, String phone, String email) {}

    /** The signed-in person asks. @return the number */
    @Transactional
    String ask(PersonalDataForm form, Viewer person) {
        var asking = jdbc.sql("select id as account, name, phone, email from account where id = ?")
                .param(person.account())
                .query(Asking.class)
                .single();
        requireDetail(form);
        var open = jdbc.sql("""
                select number from personal_data_request where account_id = ? and kind = ? and state = 'OPEN'
                """)
                .params(person.account(), Objects.requireNonNull(form.kind()).name())
                .query(String.class)
                .optional();
        if (open.isPresent()) throw Refused.at("kind", "audit.request.open", open.get());
        return keep(form, asking, person);
    }

    /** The security administrator writes down what somebody asked by phone, by letter or at the counter. */
    @Transactional
    String note(PersonalDataForm form, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        return keep(form, named(form), by);
    }

    /** Checks what a visitor writes. @return the phone number, or else the mail address, that a code has to prove */
    String reach(PersonalDataForm form) {
        var asking = named(form);
        return asking.phone.isEmpty() ? asking.email : asking.phone;
    }

    /** A visitor has proven the phone number or mail address. @return the request's identifier */
    @Transactional
    UUID proven(PersonalDataForm form) {
        var number = keep(form, named(form), Viewer.VISITOR);
        return jdbc.sql("select id from personal_data_request where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private static Asking named(PersonalDataForm form) {
        if (form.name().isBlank()) throw Refused.at("name", "audit.request.required.name");
        var phone = form.phone().isEmpty()
                ? ""
                : Phones.parse(form.phone()).orElseThrow(() -> Refused.at("phone", "audit.request.phone.wrong"));
        var email = form.email().toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && !email.matches(MAIL)) throw Refused.at("email", "audit.request.email.wrong");
        if (phone.isEmpty() && email.isEmpty()) throw Refused.at("phone", "audit.request.required.reach");
        requireDetail(form);
        return new Asking(null, form.name(), phone, email);
    }

    private String keep(PersonalDataForm form, Asking asking, Viewer by) {
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.PERSONAL_DATA_REQUEST);
        jdbc.sql("""
                insert into personal_data_request (id, number, kind, account_id, name, phone, email, detail, state, received_at,
                    due_on, recorded_by)
                values (:id, :number, :kind, cast(:account as uuid), :name, :phone, :email, :detail, 'OPEN', :at, :due, :by)
                """)
                .param("id", id)
                .param("number", number)
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("account", Objects.toString(asking.account, null))
                .param("name", asking.name)
                .param("phone", asking.phone)
                .param("email", asking.email)
                .param("detail", form.detail())
                .param("at", OffsetDateTime.now(clock))
                .param("due", due())
                .param("by", by.accountId(), java.sql.Types.OTHER)
                .update();
        record(by, "receive", id, number, form.kind().name());
        tellAdministrators(number, id);
        return number;
    }

    LocalDate due() {
        return calendar.after(LocalDate.now(clock), settings.number("personal-data.answer-days", USUAL_DAYS));
    }

    /** What is held about the person, for whoever works on it; that it was seen is recorded. */
    @Transactional
    PersonalDataPages.Row look(UUID id, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN) || by.has(Role.AUDITOR));
        var request = pages.find(id).orElseThrow(NotFound::new);
        record(by, "view", id, request.number(), "");
        return request;
    }

    /** Everything in plain text, to be given to the person. */
    @Transactional
    List<PersonalData.Held> export(UUID id, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        var request = pages.find(id).orElseThrow(NotFound::new);
        var held = pages.held(request.person());
        record(by, "export", id, request.number(), String.valueOf(held.size()));
        return held;
    }

    /** Only where the person asked for it, and only once nothing but what a law keeps stands against it. */
    @Transactional
    int erase(UUID id, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        var request = pages.find(id).orElseThrow(NotFound::new);
        if (request.kind() != PersonalDataKind.ERASURE || request.state() != PersonalDataState.OPEN)
            throw new Refused("audit.request.notErasure");
        int forgot = sources.stream().mapToInt(s -> s.forget(request.person())).sum();
        record(by, "erase", id, request.number(), String.valueOf(forgot));
        return forgot;
    }

    /** Answered once; the person is told. */
    @Transactional
    void answer(UUID id, PersonalDataAnswer answer, Viewer by) {
        by.require(by.has(Role.SECURITY_ADMIN));
        if (answer.state() == PersonalDataState.OPEN) throw Refused.at("state", "audit.request.required.state");
        var request = pages.one(id, false).orElseThrow(NotFound::new);
        int done = jdbc.sql("""
                update personal_data_request set state = ?, answer = ?, answered_at = now(), answered_by = ?, version = version + 1
                 where id = ? and state = 'OPEN'
                """)
                .params(Objects.requireNonNull(answer.state()).name(), answer.answer(), by.account(), id)
                .update();
        if (done == 0) throw new Refused("audit.request.answered");
        record(by, "answer", id, request.number(), answer.state().name());
        tell(request, answer.answer());
    }

    private void tell(PersonalDataPages.Row request, String answer) {
        var account = request.person().account();
        if (account != null)
            events.publishEvent(Notice.toPerson(
                    account, "audit.request.notice", "/personal-data-requests", request.number(), answer));
        else
            events.publishEvent(Notice.toOutside(
                    request.email().isEmpty() ? request.phone() : request.email(),
                    "audit.request.notice",
                    "/privacy",
                    request.number(),
                    answer));
    }

    private void tellAdministrators(String number, UUID id) {
        var people = jdbc.sql("""
                select distinct m.account_id from membership m join membership_role r on r.membership_id = m.id and r.role = 'SECURITY_ADMIN'
                  join account a on a.id = m.account_id and a.status = 'ACTIVE' where m.ended_at is null
                """).query(UUID.class).list();
        for (var person : people)
            events.publishEvent(Notice.toPerson(
                    person, "audit.request.arrived", "/administration/personal-data-requests/" + id, number));
    }

    private static void requireDetail(PersonalDataForm form) {
        if (form.kind() == PersonalDataKind.CORRECTION && form.detail().isBlank())
            throw Refused.at("detail", "audit.request.required.detail");
    }

    private void record(Viewer by, String verb, UUID id, String number, String detail) {
        events.publishEvent(
                new Recorded(by, "personal-data-request." + verb, "personal-data-request", id, number, detail));
    }
}
