package org.lianqiao.events;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an office announces an event and keeps it right. */
@Controller
@RequestMapping("/events")
@RequiredArgsConstructor
class EventWorkController {
    private final Events events;
    private final EventQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;
    private final EventFinder finder;

    @GetMapping("/new")
    String begin(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("form", EventForm.blank());
        return form(null, officer, model);
    }

    @PostMapping
    String open(
            @Valid @ModelAttribute("form") EventForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = events.open(form, officer))) return saved(id[0], form, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, officer, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("form", own(id, officer).form());
        return form(id, officer, model);
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EventForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        own(id, officer);
        if (Forms.saved(
                errors,
                response,
                () -> events.edit(id, form, officer),
                () -> model.addAttribute("theirs", own(id, officer)))) return saved(id, form, after);
        return form(id, officer, model);
    }

    private static String saved(UUID id, EventForm form, RedirectAttributes after) {
        after.addFlashAttribute("flash", form.isPublished() ? "events.flash.published" : "events.flash.draft");
        return "redirect:/events/" + id;
    }

    private EventPage own(UUID id, Viewer officer) {
        var event = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(event.mayEdit());
        return event;
    }

    private String form(@Nullable UUID id, Viewer officer, Model model) {
        model.addAttribute("id", id);
        if (id != null) model.addAttribute("brief", finder.hosted(id, officer));
        model.addAttribute("kinds", choices.of(EventKind.class));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("chainChoices", catalogue.chains());
        model.addAttribute(
                "others",
                events.possibleHosts().stream()
                        .filter(o -> !o.value().equals(officer.organization().toString()))
                        .toList());
        return "events/form";
    }
}
