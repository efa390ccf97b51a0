package org.lianqiao.projects.counting;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.shares.ShareQueries;
import org.lianqiao.shared.Money;
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

/** 统计口径: what counts and why, and the agreed shares beside it. */
@Controller
@RequestMapping("/projects/{id}")
@RequiredArgsConstructor
class CountingController {
    private final Signings signings;
    private final CountingQueries queries;
    private final ShareQueries shares;
    private final Dossiers dossiers;
    private final Choices choices;

    @GetMapping("/counting")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = project(id, viewer, model);
        var lines = queries.of(id);
        var counted = lines.stream().map(CountLine::countedYuan).reduce(BigDecimal.ZERO, BigDecimal::add);
        model.addAttribute("lines", lines);
        model.addAttribute("counted", counted.signum() == 0 ? null : Money.ofYuan(counted));
        model.addAttribute("shares", shares.of(id));
        model.addAttribute("measures", shares.measures());
        model.addAttribute("holding", project.isHeldBy(viewer));
        return "projects/counting";
    }

    @GetMapping("/signings/new")
    String begin(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("form", SigningForm.BLANK);
        return form(id, officer, model);
    }

    @PostMapping("/signings")
    String enter(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SigningForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = form(id, officer, model);
        if (Forms.accepted(errors, () -> signings.enter(id, form, officer))) {
            after.addFlashAttribute("flash", "counting.flash.entered");
            return "redirect:/projects/" + id + "/counting";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    @PostMapping("/signings/{signing}/cancellations")
    String cancel(@PathVariable UUID id, @PathVariable UUID signing, Viewer officer, RedirectAttributes after) {
        signings.cancel(id, signing, officer);
        after.addFlashAttribute("flash", "counting.flash.cancelled");
        return "redirect:/projects/" + id + "/counting";
    }

    private String form(UUID id, Viewer officer, Model model) {
        officer.require(project(id, officer, model).isHeldBy(officer));
        model.addAttribute("kinds", choices.of(SigningKind.class));
        model.addAttribute("agreements", queries.agreements(id));
        model.addAttribute("events", queries.events());
        return "projects/signing";
    }

    private Dossier project(UUID id, Viewer viewer, Model model) {
        var project = dossiers.forOffice(id, viewer);
        model.addAttribute("project", project);
        return project;
    }
}
