package org.lianqiao.projects.milestones;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
import org.lianqiao.web.Forms;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One milestone: its plan, the day on which it was reached, its evidence. */
@Controller
@RequestMapping("/projects/{id}/milestones/{milestone}")
@RequiredArgsConstructor
class MilestoneController {
    private final Progress progress;
    private final ProgressQueries queries;
    private final Dossiers dossiers;
    private final StoredFiles files;

    @GetMapping
    String show(@PathVariable UUID id, @PathVariable UUID milestone, Viewer viewer, Model model) {
        page(id, milestone, viewer, model);
        return "projects/milestone";
    }

    @PostMapping
    String replan(
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @Valid @ModelAttribute("form") MilestoneForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var now = own(id, milestone, officer, model);
        try {
            if (Forms.accepted(errors, () -> progress.replan(id, milestone, form, officer)))
                return done(id, milestone, "replanned", after);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", Difference.between(form, planOf(now)));
            model.addAttribute("theirVersion", now.version());
        }
        return "projects/milestone";
    }

    @PostMapping("/reached")
    String reach(
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @Valid @ModelAttribute("reach") ReachForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        own(id, milestone, officer, model);
        if (Forms.accepted(errors, () -> progress.reach(id, milestone, form, officer)))
            return done(id, milestone, "reached", after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "projects/milestone";
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(
            @PathVariable UUID id, @PathVariable UUID milestone, @PathVariable UUID file, Viewer viewer) {
        dossiers.forOffice(id, viewer);
        var found = queries.milestone(id, milestone);
        if (found == null || found.files().stream().noneMatch(f -> f.id().equals(file))) throw new NotFound();
        return files.download(file);
    }

    private static String done(UUID id, UUID milestone, String flash, RedirectAttributes after) {
        after.addFlashAttribute("flash", "milestones.flash." + flash);
        return "redirect:/projects/" + id + "/milestones/" + milestone;
    }

    private static MilestoneForm planOf(SiteProgress.Milestone m) {
        return new MilestoneForm(m.kind(), m.title(), m.plannedOn(), m.note(), m.version());
    }

    private SiteProgress.Milestone own(UUID id, UUID milestone, Viewer officer, Model model) {
        var found = page(id, milestone, officer, model);
        officer.require(Boolean.TRUE.equals(model.getAttribute("mine")));
        return found;
    }

    private SiteProgress.Milestone page(UUID id, UUID milestone, Viewer viewer, Model model) {
        var project = dossiers.forOffice(id, viewer);
        var found = queries.milestone(id, milestone);
        if (found == null) throw new NotFound();
        var home = project.home(found.siteId());
        model.addAttribute("project", project);
        model.addAttribute("home", home);
        model.addAttribute("m", found);
        model.addAttribute("mine", Dossier.isOf(home, viewer));
        if (!model.containsAttribute("form")) model.addAttribute("form", planOf(found));
        if (!model.containsAttribute("reach")) model.addAttribute("reach", new ReachForm(found.reachedOn(), null));
        return found;
    }
}
