package org.lianqiao.events.checkin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guest;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.InviteForm;
import org.lianqiao.events.guests.Registrations;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff's page at the door, made for a phone, and what the code on a badge opens. */
@Controller
@RequiredArgsConstructor
class CheckInController {
    private final Door door;
    private final EventFinder finder;
    private final GuestLinks links;
    private final Registrations registrations;

    /** What scanning a badge opens: the door for staff, a card that names nobody for everybody else. */
    @GetMapping("/c/{token}")
    String scanned(@PathVariable String token, Viewer viewer, Model model) {
        var came = links.open(GuestLinks.Purpose.DOOR, token);
        var event = finder.find(came.event().id(), viewer).orElseThrow(NotFound::new);
        if (event.staff()) return "redirect:/events/" + event.id() + "/check-in?code=" + token;
        model.addAttribute("event", event);
        model.addAttribute("guest", came.guest());
        model.addAttribute("token", token);
        return "events/scanned";
    }

    @GetMapping("/events/{id}/check-in")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String code,
            Viewer staff,
            Model model) {
        model.addAttribute("form", new InviteForm("", "", "", "", ""));
        return page(finder.staffed(id, staff), q, code, model);
    }

    private String page(EventBrief event, String q, String code, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("q", q);
        model.addAttribute("code", code);
        model.addAttribute("found", found(event, q, code));
        model.addAttribute("count", door.count(event.id()));
        return "events/check-in";
    }

    private List<Guest> found(EventBrief event, String q, String code) {
        var found = new ArrayList<Guest>();
        if (!code.isEmpty()) {
            var scanned = links.open(GuestLinks.Purpose.DOOR, code).guest();
            if (scanned.event().equals(event.id())) found.add(scanned);
        }
        door.find(event.id(), q).stream().filter(g -> !found.contains(g)).forEach(found::add);
        return found;
    }

    @GetMapping("/events/{id}/head-count")
    String count(@PathVariable UUID id, Viewer staff, Model model) {
        model.addAttribute("event", finder.staffed(id, staff));
        model.addAttribute("count", door.count(id));
        return "events/check-in :: count";
    }

    @PostMapping("/events/{id}/check-ins")
    String checkIn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID guest,
            Viewer staff,
            RedirectAttributes after) {
        finder.staffed(id, staff);
        if (guest == null) throw new NotFound();
        try {
            boolean fresh = door.checkIn(id, guest, staff);
            after.addFlashAttribute("flash", fresh ? "events.checkIn.done" : "events.checkIn.before");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        after.addFlashAttribute("last", guest);
        return "redirect:/events/" + id + "/check-in";
    }

    @PostMapping("/events/{id}/check-in-undos")
    String undo(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID guest,
            Viewer staff,
            RedirectAttributes after) {
        finder.staffed(id, staff);
        if (guest == null) throw new NotFound();
        door.undo(id, guest, staff);
        after.addFlashAttribute("flash", "events.checkIn.undone");
        return "redirect:/events/" + id + "/check-in";
    }

    @PostMapping("/events/{id}/walk-ins")
    String walkIn(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Viewer staff,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.staffed(id, staff);
        var number = new String[1];
        if (Forms.accepted(
                errors,
                () -> number[0] = registrations.walkIn(id, form.line(), staff).badge())) {
            after.addFlashAttribute("flash", "events.walkIn.done");
            after.addFlashAttribute("flashArgs", new Object[] {number[0]});
            return "redirect:/events/" + id + "/check-in?q=" + number[0];
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("walkIn", true);
        return page(event, "", "", model);
    }
}
