package org.lianqiao.events.guests;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hosts' list of guests and what they decide about them. */
@Controller
@RequestMapping("/events/{id}/guests")
@RequiredArgsConstructor
class GuestDeskController {
    private static final int LONGEST_REASON = 200;

    private final GuestDesk desk;
    private final GuestPages pages;
    private final Registrations registrations;
    private final Questions questions;
    private final EventFinder finder;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping
    String list(@PathVariable UUID id, GuestFilter filter, Paging paging, Viewer officer, Model model) {
        return list(finder.hosted(id, officer), filter, paging, model);
    }

    private String list(EventBrief event, GuestFilter filter, Paging paging, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("page", pages.list(event.id(), filter, paging));
        model.addAttribute("counts", pages.counts(event.id()));
        model.addAttribute("filter", filter);
        model.addAttribute("chips", chips(filter));
        model.addAttribute("states", choices.of(GuestState.class));
        return "events/guests";
    }

    @PostMapping("/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> guest,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        var chosen = guest.stream().map(Lenient::id).filter(Objects::nonNull).toList();
        try {
            if (decision.equals("approve")) {
                var outcome = desk.approve(id, chosen, officer);
                after.addFlashAttribute("flash", "events.guests.approved");
                after.addFlashAttribute(
                        "flashArgs", new Object[] {outcome.confirmed(), outcome.waiting(), outcome.left()});
            } else {
                int rejected = desk.reject(id, chosen, cut(reason), officer);
                after.addFlashAttribute("flash", "events.guests.rejected");
                after.addFlashAttribute("flashArgs", new Object[] {rejected});
            }
            return "redirect:/events/" + id + "/guests";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            model.addAttribute("reason", reason);
            return list(event, new GuestFilter(null, null, null, null), new Paging(1, 50), model);
        }
    }

    @GetMapping("/{guest}")
    String show(@PathVariable UUID id, @PathVariable UUID guest, Viewer officer, Model model) {
        return show(finder.hosted(id, officer), desk.find(id, guest), false, model);
    }

    @PostMapping("/{guest}/reveals")
    String reveal(@PathVariable UUID id, @PathVariable UUID guest, Viewer officer, Model model) {
        var event = finder.hosted(id, officer);
        return show(event, desk.reveal(id, guest, officer), true, model);
    }

    private String show(EventBrief event, Guest guest, boolean revealed, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("guest", guest);
        model.addAttribute("revealed", revealed);
        model.addAttribute("region", catalogue.regionName(guest.regionCode()));
        model.addAttribute("chain", catalogue.chainName(guest.chain()));
        model.addAttribute("answers", questions.answers(guest.id()));
        model.addAttribute("change", pages.change(guest.id()));
        return "events/guest";
    }

    @PostMapping("/{guest}/cancellations")
    String cancel(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String reason,
            Viewer officer,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        return done(id, guest, "events.guest.cancelled", () -> desk.cancel(guest, event, cut(reason), officer), after);
    }

    @PostMapping("/{guest}/links")
    String renewLink(@PathVariable UUID id, @PathVariable UUID guest, Viewer officer, RedirectAttributes after) {
        return done(id, guest, "events.guest.linkSent", () -> desk.renewLink(id, guest, officer), after);
    }

    @PostMapping("/{guest}/change-decisions")
    String decideChange(
            @PathVariable UUID id,
            @PathVariable UUID guest,
            @RequestParam(defaultValue = "") String decision,
            Viewer officer,
            RedirectAttributes after) {
        boolean accepted = decision.equals("accept");
        var said = accepted ? "events.change.accepted" : "events.change.declined";
        return done(id, guest, said, () -> desk.decideChange(id, guest, accepted, officer), after);
    }

    private static String done(UUID id, UUID guest, String said, Runnable verb, RedirectAttributes after) {
        try {
            verb.run();
            after.addFlashAttribute("flash", said);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/events/" + id + "/guests/" + guest;
    }

    @GetMapping("/new")
    String begin(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("event", finder.hosted(id, officer));
        model.addAttribute("form", new InviteForm("", "", "", "", ""));
        return "events/guest-new";
    }

    @PostMapping
    String invite(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String how,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        boolean done = Forms.accepted(errors, () -> {
            var line = form.line();
            if (how.equals("confirm")) {
                if (registrations.take(id, List.of(line), GuestSource.STAFF, officer) == 0)
                    throw Refused.at("phone", Registrations.TWICE);
            } else registrations.invite(id, line, officer);
        });
        if (done) {
            after.addFlashAttribute("flash", how.equals("confirm") ? "events.guest.added" : "events.guest.invited");
            return "redirect:/events/" + id + "/guests";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("event", event);
        return "events/guest-new";
    }

    private static String cut(@Nullable String reason) {
        var text = Objects.requireNonNullElse(reason, "");
        return text.codePointCount(0, text.length()) <= LONGEST_REASON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON));
    }

    private List<Chip> chips(GuestFilter filter) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("events.guests.words"), String.valueOf(filter.q())));
        var state = filter.stateOf();
        if (state != null) chips.add(new Chip("state", choices.text("events.guests.state"), choices.label(state)));
        if ("yes".equals(filter.here()) || "no".equals(filter.here()))
            chips.add(new Chip(
                    "here", choices.text("events.guests.here"), choices.text("events.guests.here." + filter.here())));
        if ("yes".equals(filter.change()))
            chips.add(
                    new Chip("change", choices.text("events.guests.change"), choices.text("events.guests.change.yes")));
        return chips;
    }
}
