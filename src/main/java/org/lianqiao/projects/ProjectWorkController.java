package org.lianqiao.projects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
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

/** What offices do with a project: open, edit, add sites, propose it to the public, agree. */
@Controller
@RequestMapping("/projects")
@RequiredArgsConstructor
class ProjectWorkController {
    private final Projects projects;
    private final Publishing publishing;
    private final SiteSigning signing;
    private final ProjectModels models;
    private final ProjectQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;
    private final People people;

    @GetMapping("/new")
    String begin(@RequestParam(required = false) String model, Viewer officer, Model page) {
        officer.require(officer.isOfficer());
        page.addAttribute("form", new ProjectForm("", "", "", null, "", "", "", Lenient.id(model), null, null));
        return form(null, page);
    }

    @PostMapping
    String open(
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        officer.require(officer.isOfficer());
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = projects.open(form, officer))) return "redirect:/projects/" + id[0];
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer officer, Model model) {
        var project = held(id, officer);
        model.addAttribute("form", ProjectForm.of(project));
        return form(project, model);
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        var project = held(id, officer);
        try {
            if (Forms.accepted(errors, () -> projects.edit(id, form, officer))) return "redirect:/projects/" + id;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile e) {
            var merge = projects.merge(id, form, officer);
            return merge(project, merge, "/projects/" + id, model, response);
        }
        return form(project, model);
    }

    @GetMapping("/{id}/sites/new")
    String newSite(@PathVariable UUID id, Viewer officer, Model model) {
        var project = held(id, officer);
        model.addAttribute(
                "form",
                new SiteForm(
                        SiteFunction.PRODUCTION,
                        null,
                        null,
                        null,
                        null,
                        SiteStage.PLANNED,
                        null,
                        null,
                        null,
                        "",
                        "",
                        null));
        return siteForm(project, null, model);
    }

    @PostMapping("/{id}/sites")
    String addSite(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        var project = held(id, officer);
        if (Forms.accepted(errors, () -> projects.addSite(id, form, officer))) return "redirect:/projects/" + id;
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return siteForm(project, null, model);
    }

    @GetMapping("/{id}/sites/{site}/edit")
    String editSite(@PathVariable UUID id, @PathVariable UUID site, Viewer officer, Model model) {
        var project = inside(id, officer);
        var found = site(project, site);
        officer.require(found.mine());
        model.addAttribute("form", SiteForm.of(found));
        return siteForm(project, site, model);
    }

    @PostMapping("/{id}/sites/{site}")
    String saveSite(
            @PathVariable UUID id,
            @PathVariable UUID site,
            @Valid @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        var project = inside(id, officer);
        officer.require(site(project, site).mine());
        try {
            if (Forms.accepted(errors, () -> projects.editSite(id, site, form, officer)))
                return "redirect:/projects/" + id;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return siteForm(project, site, model);
        } catch (EditedMeanwhile e) {
            var merge = projects.mergeSite(id, site, form, officer);
            return merge(project, merge, "/projects/" + id + "/sites/" + site, model, response);
        }
    }

    @PostMapping("/{id}/sites/{site}/removals")
    String removeSite(@PathVariable UUID id, @PathVariable UUID site, Viewer officer, RedirectAttributes after) {
        return done(id, () -> projects.removeSite(id, site, officer), "projects.flash.removed", after);
    }

    @PostMapping("/{id}/publication-proposals")
    String propose(@PathVariable UUID id, Viewer officer, RedirectAttributes after) {
        return done(id, () -> publishing.propose(id, officer), "projects.flash.proposed", after);
    }

    @PostMapping("/{id}/publication-withdrawals")
    String takeBack(@PathVariable UUID id, Viewer officer, RedirectAttributes after) {
        return done(id, () -> publishing.takeBack(id, officer), "projects.flash.takenBack", after);
    }

    @PostMapping("/{id}/consents")
    String consent(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        return done(id, () -> publishing.consent(id, viewer), "projects.flash.agreed", after);
    }

    @PostMapping("/{id}/consent-withdrawals")
    String withdraw(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        return done(id, () -> publishing.withdraw(id, viewer), "projects.flash.withdrawn", after);
    }

    /** Back to the project, with what was done or why it could not be. */
    private static String done(UUID id, Runnable verb, String flash, RedirectAttributes after) {
        try {
            verb.run();
            after.addFlashAttribute("flash", flash);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/projects/" + id;
    }

    /** Both versions side by side; what is chosen is sent like any form. */
    private static String merge(
            ProjectPage project, Merge merge, String action, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("project", project);
        model.addAttribute("merge", merge);
        model.addAttribute("action", action);
        return "projects/merge";
    }

    private ProjectPage inside(UUID id, Viewer officer) {
        var project = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(officer.isOfficer() && project.isInside());
        return project;
    }

    /** The common part is the holder's. */
    private ProjectPage held(UUID id, Viewer officer) {
        var project = inside(id, officer);
        officer.require(project.holderId().equals(officer.organizationId()));
        return project;
    }

    private static ProjectPage.Site site(ProjectPage project, UUID id) {
        return project.sites().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String form(@Nullable ProjectPage project, Model model) {
        var id = project == null ? null : project.id();
        model.addAttribute("id", id);
        model.addAttribute("project", project);
        model.addAttribute("nodes", catalogue.nodes());
        if (project == null) models(model);
        return "projects/form";
    }

    /** A model prefills the sites; each goes where the officer says. */
    private void models(Model page) {
        var chosen = page.getAttribute("form") instanceof ProjectForm form ? form.model() : null;
        page.addAttribute("models", models.active());
        page.addAttribute("chosen", models.find(chosen).orElse(null));
        page.addAttribute("regions", catalogue.allianceRegions());
    }

    private String siteForm(ProjectPage project, @Nullable UUID site, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("site", site);
        model.addAttribute("mustConsult", site != null && signing.mustConsult(project, site(project, site)));
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("stages", choices.of(SiteStage.class));
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("parks", catalogue.parks(null));
        model.addAttribute(
                "officers",
                site == null
                        ? java.util.List.of()
                        : people.officersOf(site(project, site).officeId()));
        return "projects/site";
    }
}
