package org.lianqiao.events.wishes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.GuestSource;
import org.lianqiao.events.guests.GuestState;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a guest chooses whom to meet, and where an association or office chooses for its people. */
@Controller
@RequiredArgsConstructor
class WishController {
    private static final String FIELD = "wish-";

    private final Wishes wishes;
    private final GuestLinks links;
    private final Guests guests;
    private final EventFinder finder;
    private final Choices choices;

    @GetMapping("/g/{token}/wishes")
    String own(@PathVariable String token, @RequestParam(defaultValue = "") String q, Model model) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        return page(came.guest(), came.event(), true, "/g/" + token, q, model);
    }

    @PostMapping("/g/{token}/wishes")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        return chosen(came.guest(), came.event(), true, "/g/" + token, q, request, response, model, after);
    }

    /** The people whom the reader's organisation brings or sends. */
    @GetMapping("/events/{id}/wishes")
    String people(@PathVariable UUID id, Viewer viewer, Model model) {
        viewer.require(viewer.isMember() || viewer.isOfficer());
        var event = finder.find(id, viewer).orElseThrow(NotFound::new);
        List<Guest> ours = guests.select(
                "g.event_id = :event and g.state = 'CONFIRMED' and :mine in (g.brought_by, g.organization_id) order by g.number",
                sql -> sql.param("event", id).param("mine", viewer.organization()));
        model.addAttribute("event", event);
        model.addAttribute("people", ours);
        return "events/wishes-people";
    }

    @GetMapping("/events/{id}/wishes/{guest}")
    String forSomebody(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer,
            Model model) {
        var event = finder.find(id, viewer).orElseThrow(NotFound::new);
        return page(ours(event, guest, viewer), event, false, "/events/" + id, q, model);
    }

    @PostMapping("/events/{id}/wishes/{guest}")
    String chooseForSomebody(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var event = finder.find(id, viewer).orElseThrow(NotFound::new);
        return chosen(ours(event, guest, viewer), event, false, "/events/" + id, q, request, response, model, after);
    }

    /** One's own people; and for who came unexpected, those at the door. */
    private Guest ours(EventBrief event, UUID guest, Viewer viewer) {
        viewer.require(viewer.isMember() || viewer.isOfficer());
        var found = guests.get(event.id(), guest);
        boolean atTheDoor = event.staff() && found.source() == GuestSource.WALK_IN;
        var mine = viewer.organization();
        if (!atTheDoor && !mine.equals(found.broughtBy()) && !mine.equals(found.organizationId())) throw new NotFound();
        return found;
    }

    private String chosen(
            Guest guest,
            EventBrief event,
            boolean own,
            String base,
            String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        try {
            wishes.choose(guest, event, typed(request), own);
            after.addFlashAttribute("flash", "events.wish.saved");
            after.addFlashAttribute("flashArgs", new Object[] {wishes.count(guest, own)});
            return "redirect:" + (own ? base + "/wishes" : base + "/wishes/" + guest.id());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
            model.addAttribute("typed", typed(request));
            return page(guest, event, own, base, q, model);
        }
    }

    /** The fields are made from the list of guests, so no form can name them. */
    private static Map<UUID, @Nullable WishKind> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<UUID, @Nullable WishKind>();
        request.getParameterMap().forEach((name, values) -> {
            var other = name.startsWith(FIELD) ? Lenient.id(name.substring(FIELD.length())) : null;
            if (other != null) typed.put(other, Lenient.value(WishKind.class, values[0]));
        });
        return typed;
    }

    private String page(Guest guest, EventBrief event, boolean own, String base, String q, Model model) {
        model.addAttribute("guest", guest);
        model.addAttribute("event", event);
        model.addAttribute("own", own);
        model.addAttribute("base", base);
        model.addAttribute("action", own ? base + "/wishes" : base + "/wishes/" + guest.id());
        model.addAttribute("q", q);
        model.addAttribute("open", wishes.isOpen(guest, event) && guest.state() == GuestState.CONFIRMED);
        model.addAttribute("others", wishes.others(guest, own, q));
        model.addAttribute("wanted", wishes.count(guest, own));
        model.addAttribute(
                "kinds",
                choices.of(WishKind.class).stream()
                        .filter(k -> own || !k.value().equals("RATHER_NOT"))
                        .toList());
        return "events/wishes";
    }
}
