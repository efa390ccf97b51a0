package org.lianqiao.events;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the hosts say how their event runs. */
@Controller
@RequiredArgsConstructor
class ProgrammeController {
    private final Programme programme;
    private final EventFinder finder;
    private final Choices choices;

    @GetMapping("/events/{id}/programme")
    String edit(@PathVariable UUID id, Viewer officer, Model model) {
        var event = finder.hosted(id, officer);
        model.addAttribute("form", programme.form(id));
        return form(event, model);
    }

    @PostMapping("/events/{id}/programme")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProgrammeForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        if (Forms.saved(
                errors,
                response,
                () -> programme.save(id, form, officer),
                () -> model.addAttribute("theirs", programme.form(id)))) {
            after.addFlashAttribute("flash", "events.flash.programme");
            return "redirect:/events/" + id;
        }
        return form(event, model);
    }

    private String form(EventBrief event, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("registering", choices.of(Registering.class));
        return "events/programme";
    }
}
