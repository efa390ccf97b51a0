package org.lianqiao.prospects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.MaskedContact;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the holder and its partners log: contacts made, steps done, whom to call. */
@Service
@RequiredArgsConstructor
class Following {
    private final Access access;
    private final FollowUps followUps;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional
    public void follow(UUID id, FollowUpForm form, Viewer officer) {
        var prospect = access.worked(id, officer);
        prospect.requireLive();
        var channel = Objects.requireNonNull(form.channel());
        if (channel.isContact() && form.text().isEmpty()) throw Refused.at("text", "prospects.required.text");
        if (!channel.isContact() && form.nextStep().isEmpty())
            throw Refused.at("nextStep", "prospects.required.nextStep");
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Time.ZONE);
        var on = form.on() == null ? today : form.on();
        if (on.isAfter(today) || on.getYear() < 2000) throw Refused.at("on", "prospects.refused.on");
        var happened = !channel.isContact()
                ? null
                : on.equals(today)
                        ? now
                        : on.atTime(LocalTime.NOON).atZone(Time.ZONE).toInstant();
        if (form.done() != null) followUps.complete(id, form.done(), officer);
        followUps.add(
                id,
                channel,
                form.text(),
                happened,
                new FollowUps.Next(form.nextStep(), form.nextOwner(), form.nextDue()),
                null,
                officer);
        events.publishEvent(
                new Recorded(officer, "prospect.follow", "prospect", id, prospect.getNumber(), channel.name()));
    }

    @Transactional
    public void complete(UUID id, UUID followUp, Viewer officer) {
        access.worked(id, officer);
        followUps.complete(id, followUp, officer);
    }

    @Transactional
    public void keepContact(UUID id, ContactForm form, Viewer officer) {
        var prospect = access.worked(id, officer);
        var phone = form.phone().isEmpty()
                ? ""
                : Phones.parse(form.phone()).orElseThrow(() -> Refused.at("phone", "prospects.phone.wrong"));
        if (form.noticedOn() != null && form.noticedOn().isAfter(LocalDate.now(clock)))
            throw Refused.at("noticedOn", "prospects.refused.on");
        contacts.keep(
                prospect.getOrganizationId(),
                form.name(),
                form.title(),
                phone,
                "",
                ContactSource.STAFF,
                prospect.getNumber(),
                form.noticedOn(),
                null,
                officer.organization(),
                officer);
    }

    /** The whole contact, once; the look is recorded. */
    @Transactional
    public MaskedContact reveal(UUID id, UUID contact, Viewer officer) {
        return contacts.reveal(contact, access.worked(id, officer).getOrganizationId(), officer);
    }
}
