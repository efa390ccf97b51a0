package org.lianqiao.events.checkin;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.Addresses;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.QrCode;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is printed before the doors open: badges, the sign-in sheet (签到表), name cards for the tables (台签). */
@Controller
@RequestMapping("/events/{id}/prints")
@RequiredArgsConstructor
class PrintController {
    private final EventFinder finder;
    private final Guests guests;
    private final GuestLinks links;
    private final Addresses addresses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    /** A guest with the code that checks him in. */
    record Printed(Guest guest, QrCode qr) {}

    @GetMapping("/badges")
    String badges(@PathVariable UUID id, Viewer officer, Model model) {
        return print("events/print-badges", id, officer, model);
    }

    @GetMapping("/sign-in-sheet")
    String signInSheet(@PathVariable UUID id, Viewer officer, Model model) {
        return print("events/print-sheet", id, officer, model);
    }

    @GetMapping("/name-cards")
    String nameCards(@PathVariable UUID id, Viewer officer, Model model) {
        return print("events/print-cards", id, officer, model);
    }

    /** These pages name everybody in full, which is recorded. */
    private String print(String view, UUID id, Viewer officer, Model model) {
        var event = finder.hosted(id, officer);
        List<Printed> printed = guests.confirmed(id).stream()
                .map(g -> new Printed(g, QrCode.of(addresses.shown(links.path(GuestLinks.Purpose.DOOR, g, event)))))
                .toList();
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Recorded(officer, "event.print", "event", id, event.number(), view + " " + printed.size())));
        model.addAttribute("event", event);
        model.addAttribute("printed", printed);
        model.addAttribute("page", QrCode.of(addresses.shown("/events/" + id)));
        return view;
    }
}
