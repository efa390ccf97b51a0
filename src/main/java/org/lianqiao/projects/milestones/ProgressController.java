package org.lianqiao.projects.milestones;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Refused;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 项目进度: all sites to read, the own one to report. */
@Controller
@RequestMapping("/projects/{id}")
@RequiredArgsConstructor
class ProgressController {
    private final Progress progress;
    private final ProgressQueries queries;
    private final Dossiers dossiers;
    private final Choices choices;

    @GetMapping("/progress")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = dossiers.forOffice(id, viewer);
        model.addAttribute("project", project);
        model.addAttribute("sites", queries.of(project, viewer));
        return "projects/progress";
    }

    @GetMapping("/sites/{site}/progress")
    String report(@PathVariable UUID id, @PathVariable UUID site, Viewer officer, Model model) {
        return page(id, site, officer, model);
    }

    @PostMapping("/sites/{site}/milestones")
    String plan(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @Valid @ModelAttribute("milestone") MilestoneForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = page(id, site, officer, model);
        if (Forms.accepted(errors, () -> progress.plan(id, site, form, officer)))
            return back(id, site, "planned", after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    @PostMapping("/sites/{site}/problems")
    String raise(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @Valid @ModelAttribute("problem") ProblemForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = page(id, site, officer, model);
        if (Forms.accepted(errors, () -> progress.raise(id, site, form, officer)))
            return back(id, site, "raised", after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    @PostMapping("/sites/{site}/weeks")
    String note(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @Valid @ModelAttribute("week") WeekForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = page(id, site, officer, model);
        try {
            if (Forms.accepted(errors, () -> progress.note(id, site, form, officer)))
                return back(id, site, "noted", after);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", true);
        }
        return page;
    }

    @PostMapping("/problems/{problem}/solutions")
    String solve(
            @PathVariable UUID id,
            @PathVariable UUID problem,
            @RequestParam(defaultValue = "") String solution,
            Viewer officer,
            RedirectAttributes after) {
        try {
            progress.solve(id, problem, solution, officer);
            after.addFlashAttribute("flash", "milestones.flash.solved");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/projects/" + id + "/progress";
    }

    private static String back(UUID id, UUID site, String flash, RedirectAttributes after) {
        after.addFlashAttribute("flash", "milestones.flash." + flash);
        return "redirect:/projects/" + id + "/sites/" + site + "/progress";
    }

    private String page(UUID id, UUID siteId, Viewer officer, Model model) {
        var project = dossiers.forOffice(id, officer);
        officer.require(Dossier.isOf(project.home(siteId), officer));
        var site = queries.of(project, officer).stream()
                .filter(s -> s.home().id().equals(siteId))
                .findFirst()
                .orElseThrow();
        var week = progress.thisWeek();
        var noted = site.weeks().stream().filter(w -> w.weekOn().equals(week)).findFirst();
        model.addAttribute("project", project);
        model.addAttribute("site", site);
        model.addAttribute("thisWeek", week);
        model.addAttribute("noted", noted.orElse(null));
        model.addAttribute("kinds", choices.of(MilestoneKind.class));
        if (!model.containsAttribute("milestone")) model.addAttribute("milestone", MilestoneForm.BLANK);
        if (!model.containsAttribute("problem")) model.addAttribute("problem", ProblemForm.BLANK);
        if (!model.containsAttribute("week"))
            model.addAttribute(
                    "week",
                    noted.map(w -> new WeekForm(w.progress(), w.version())).orElse(new WeekForm("", null)));
        return "projects/site-progress";
    }
}
