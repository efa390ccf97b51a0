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

/** What offices do with a project: open, edit, add sites, propose it to the public, agree. */
@Controller
@RequestMapping("/projects")
@RequiredArgsConstructor
class ProjectWorkController {
    private final Projects projects;
    private final Publishing publishing;
    private final SiteSigning signing;
    private final ProjectQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;
    private final People people;

    @GetMapping("/new")
    String begin(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("form", new ProjectForm("", "", "", null, "", "", "", null));
        return form(null, model);
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
        model.addAttribute(
                "form",
                new ProjectForm(
                        project.nameZh(),
                        project.nameEn(),
                        project.organization(),
                        project.nodeId(),
                        project.summary(),
                        project.publicSummaryZh(),
                        project.publicSummaryEn(),
                        project.version()));
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
        if (Forms.saved(
                errors,
                response,
                () -> projects.edit(id, form, officer),
                () -> model.addAttribute("theirs", held(id, officer)))) return "redirect:/projects/" + id;
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
        return siteForm(project, null, null, model);
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
        return siteForm(project, null, null, model);
    }

    @GetMapping("/{id}/sites/{site}/edit")
    String editSite(@PathVariable UUID id, @PathVariable UUID site, Viewer officer, Model model) {
        var project = inside(id, officer);
        var found = site(project, site);
        officer.require(found.mine());
        var amount = found.amount();
        var area = found.area();
        model.addAttribute(
                "form",
                new SiteForm(
                        found.function(),
                        found.regionCode(),
                        found.parkId(),
                        area == null ? null : area.mu(),
                        amount == null ? null : amount.wan(),
                        found.stage(),
                        found.responsibleId(),
                        found.signedOn(),
                        found.startedOn(),
                        found.note(),
                        "",
                        found.version()));
        return siteForm(project, site, null, model);
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
            return siteForm(project, site, null, model);
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return siteForm(project, site, site(inside(id, officer), site), model);
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
        return "projects/form";
    }

    private String siteForm(ProjectPage project, @Nullable UUID site, ProjectPage.@Nullable Site theirs, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("site", site);
        model.addAttribute("theirs", theirs);
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
