package org.lianqiao.events.guests;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.Addresses;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.Ics;
import org.lianqiao.events.schedule.SchedulePages;
import org.lianqiao.shared.Message;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What guests are told, in the language in which they registered: each message leads to their personal page. */
@Component
@RequiredArgsConstructor
public class GuestMail {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final GuestLinks links;
    private final Addresses addresses;
    private final Ics ics;

    /** The occasion. What confirms a seat brings the appointment along. */
    public enum What {
        INVITED,
        RECEIVED,
        WAITING,
        CONFIRMED,
        MOVED_UP,
        REJECTED,
        CANCELLED,
        CHANGE_ACCEPTED,
        CHANGE_DECLINED,
        LINK,
        REMINDER,
        SCHEDULE,
        SCHEDULE_CHANGED;

        private boolean bringsAppointment() {
            return this == CONFIRMED || this == MOVED_UP || this == REMINDER;
        }
    }

    public void tell(What what, Guest guest, EventBrief event) {
        if (guest.reach().isEmpty()) return;
        var locale = guest.english() ? Locale.ENGLISH : Locale.CHINA;
        var name = guest.english() && !event.nameEn().isEmpty() ? event.nameEn() : event.nameZh();
        var place = guest.english() && !event.placeEn().isEmpty() ? event.placeEn() : event.placeZh();
        var link = addresses.sent(links.path(GuestLinks.Purpose.OWN, guest, event));
        var args = new Object[] {guest.name(), name, WHEN.format(event.starts()), place, guest.reason(), link};
        events.publishEvent(Message.to(
                guest.reach(),
                messages.getMessage("events.mail." + what + ".subject", args, locale),
                messages.getMessage("events.mail." + what, args, locale),
                what.bringsAppointment() ? appointment(guest, event, name, place, link) : ""));
    }

    private String appointment(Guest guest, EventBrief event, String name, String place, String link) {
        return ics.of(List.of(entry(guest, event, name, place, link)));
    }

    private static Ics.Entry entry(Guest guest, EventBrief event, String name, String place, String link) {
        LocalDateTime starts = event.starts();
        return new Ics.Entry(
                "guest-" + guest.id() + "@lianqiao", starts, event.ends(), name, place, event.number(), link);
    }

    /** The guest's own calendar file. */
    Ics.Entry entry(Guest guest, EventBrief event) {
        var link = addresses.sent(links.path(GuestLinks.Purpose.OWN, guest, event));
        return entry(guest, event, event.name(), event.place(), link);
    }

    /** One of the guest's meetings. */
    Ics.Entry entry(GuestLinks.Linked came, SchedulePages.OwnMeeting meeting) {
        var link = addresses.sent(links.path(GuestLinks.Purpose.OWN, came.guest(), came.event()));
        var locale = came.guest().english() ? Locale.ENGLISH : Locale.CHINA;
        var table = messages.getMessage("events.schedule.table", new Object[] {meeting.table()}, locale);
        return new Ics.Entry(
                "meeting-" + came.guest().id() + "-" + meeting.other() + "@lianqiao",
                meeting.starts(),
                meeting.ends(),
                meeting.organization() + " · " + table,
                came.event().place(),
                came.event().number(),
                link);
    }
}
