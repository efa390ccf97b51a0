package org.lianqiao.events;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.events.guests.Registrations;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The events, for everybody. */
@Controller
@RequiredArgsConstructor
class EventController {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final EventQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;
    private final EventFinder finder;
    private final Programme programme;
    private final Addresses addresses;
    private final Ics ics;
    private final Registrations registrations;
    private final GuestLinks links;
    private final Guests guests;
    private final Clock clock;

    @GetMapping("/events")
    String list(EventFilter filter, Paging paging, Viewer viewer, Model model) {
        var page = queries.list(filter, viewer, paging);
        model.addAttribute("page", page);
        model.addAttribute(
                "upcoming", page.rows().stream().filter(e -> !e.past()).toList());
        model.addAttribute("past", page.rows().stream().filter(EventRow::past).toList());
        model.addAttribute("filter", filter);
        model.addAttribute("chips", chips(filter));
        model.addAttribute("kinds", choices.of(EventKind.class));
        model.addAttribute("regions", catalogue.regions());
        return "events/index";
    }

    @GetMapping("/events/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var event = queries.page(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("event", event);
        model.addAttribute("share", shareText(event));
        var brief = finder.find(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("brief", brief);
        model.addAttribute("programme", programme.page(id));
        model.addAttribute("open", brief.takesRegistrations(LocalDateTime.now(clock)));
        registrations
                .own(id, viewer)
                .ifPresent(g -> model.addAttribute("mine", links.path(GuestLinks.Purpose.OWN, g, brief)));
        model.addAttribute("ours", brings(id, viewer));
        return "events/show";
    }

    /** Whether the reader's organisation sends or brings somebody, for whom it may choose whom to meet. */
    private boolean brings(UUID id, Viewer viewer) {
        return viewer.isMember()
                && !guests.select(
                                "g.event_id = :event and g.state = 'CONFIRMED' and :mine in (g.brought_by, g.organization_id) limit 1",
                                sql -> sql.param("event", id).param("mine", viewer.organization()))
                        .isEmpty();
    }

    /** One sheet for the wall: what, when, where, and the code that leads to the page. */
    @GetMapping("/events/{id}/poster")
    String poster(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("event", queries.page(id, viewer).orElseThrow(NotFound::new));
        var brief = finder.find(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("brief", brief);
        model.addAttribute("programme", programme.page(id));
        model.addAttribute("open", brief.takesRegistrations(LocalDateTime.now(clock)));
        model.addAttribute("qr", QrCode.of(addresses.shown("/events/" + id)));
        return "events/poster";
    }

    @GetMapping("/events/{id}/calendar")
    ResponseEntity<String> calendar(@PathVariable UUID id, Viewer viewer) {
        var event = queries.page(id, viewer).orElseThrow(NotFound::new);
        return ics.download(
                event.number(),
                List.of(new Ics.Entry(
                        "event-" + id + "@lianqiao",
                        event.starts(),
                        event.ends(),
                        event.name(),
                        event.place(),
                        event.number(),
                        addresses.sent("/events/" + id))));
    }

    /** What is pasted into WeChat. */
    private String shareText(EventPage event) {
        var lines = new ArrayList<String>();
        lines.add("【" + choices.label(event.kind()) + "】" + event.name());
        lines.add(choices.text("events.when") + "：" + span(event.starts(), event.ends()));
        lines.add(choices.text("events.place") + "：" + event.place());
        lines.add(choices.text("events.HOST") + "："
                + event.hosting().stream().map(EventPage.Host::name).collect(Collectors.joining("、")));
        lines.add(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        return String.join("\n", lines);
    }

    private String span(LocalDateTime from, LocalDateTime to) {
        var end = from.toLocalDate().equals(to.toLocalDate()) ? to.toLocalTime().toString() : MINUTE.format(to);
        return MINUTE.format(from) + "–" + end + choices.text("events.beijing");
    }

    private List<Chip> chips(EventFilter filter) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null) add(chips, "q", "events.words", String.valueOf(filter.q()));
        var kind = filter.kindOf();
        if (kind != null) add(chips, "kind", "events.kind", choices.label(kind));
        add(chips, "region", "events.region", catalogue.regionName(filter.regionOf()));
        if (filter.whenOf() != null) add(chips, "when", "events.when", choices.text("events." + filter.whenOf()));
        return chips;
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
