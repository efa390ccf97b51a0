package org.lianqiao.projects.consultation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.FairCompetition;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 项目会商: ask, answer, record. */
@Controller
@RequiredArgsConstructor
class ConsultationController {
    private final Consultations consultations;
    private final ConsultationQueries queries;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Choices choices;
    private final StoredFiles files;

    @GetMapping("/consultations")
    String all(@RequestParam(required = false) String view, Paging paging, Viewer viewer, Model model) {
        viewer.require(viewer.isOfficer() || viewer.isMember());
        var chosen = Objects.requireNonNullElse(
                Lenient.value(ConsultationQueries.View.class, view), ConsultationQueries.View.OPEN);
        model.addAttribute("view", chosen.name());
        model.addAttribute("views", ConsultationQueries.View.values());
        model.addAttribute("page", queries.list(chosen, viewer, paging));
        return "projects/consulting";
    }

    @GetMapping("/projects/{id}/consultations")
    String ofProject(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = dossiers.of(id, viewer);
        model.addAttribute("project", project);
        model.addAttribute("rows", queries.ofProject(id, viewer));
        model.addAttribute("mayPropose", project.isWorkedOnBy(viewer));
        return "projects/consultations";
    }

    @GetMapping("/projects/{id}/consultations/new")
    String begin(@PathVariable UUID id, @RequestParam(required = false) String site, Viewer officer, Model model) {
        var going = Lenient.id(site);
        model.addAttribute(
                "form",
                new ProposalForm(going == null ? ConsultationKind.REVIEW : ConsultationKind.HANDOVER, "", going, null));
        return form(id, officer, model);
    }

    @PostMapping("/projects/{id}/consultations")
    String propose(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = form(id, officer, model);
        var made = new UUID[1];
        if (!Forms.accepted(errors, () -> made[0] = consultations.propose(id, form, officer))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page;
        }
        after.addFlashAttribute("flash", "consultation.flash.proposed");
        return "redirect:" + Consultations.link(id, made[0]);
    }

    @GetMapping("/projects/{id}/consultations/{consultation}")
    String show(@PathVariable UUID id, @PathVariable UUID consultation, Viewer viewer, Model model) {
        var page = page(id, consultation, viewer, model);
        model.addAttribute("recordForm", new RecordForm(null, "", null, "", null));
        var ours = page.ours();
        model.addAttribute("form", ours == null ? new AnswerForm(null, "") : answerForm(ours));
        return "projects/consultation";
    }

    /** What was answered stands there; else what was drafted. */
    private static AnswerForm answerForm(ConsultationPage.Party ours) {
        return ours.answer() == null
                ? new AnswerForm(ours.draft(), ours.draftText())
                : new AnswerForm(ours.answer(), ours.text());
    }

    @PostMapping("/projects/{id}/consultations/{consultation}/drafts")
    String draft(
            @PathVariable UUID id,
            @PathVariable UUID consultation,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answered(
                id,
                consultation,
                errors,
                () -> consultations.draft(id, consultation, form, viewer),
                "drafted",
                viewer,
                model,
                response,
                after);
    }

    @PostMapping("/projects/{id}/consultations/{consultation}/answers")
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID consultation,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answered(
                id,
                consultation,
                errors,
                () -> consultations.answer(id, consultation, form, viewer),
                "answered",
                viewer,
                model,
                response,
                after);
    }

    private String answered(
            UUID id,
            UUID consultation,
            BindingResult errors,
            Runnable verb,
            String flash,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        page(id, consultation, viewer, model);
        model.addAttribute("recordForm", new RecordForm(null, "", null, "", null));
        viewer.require(Boolean.TRUE.equals(model.getAttribute("mayDraft")));
        if (flash.equals("answered")) viewer.require(Consultations.speaks(viewer));
        return sent(id, consultation, errors, verb, flash, model, response, after);
    }

    @PostMapping("/projects/{id}/consultations/{consultation}/records")
    String record(
            @PathVariable UUID id,
            @PathVariable UUID consultation,
            @Valid @ModelAttribute("recordForm") RecordForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = page(id, consultation, officer, model);
        officer.require(
                officer.isOfficer() && (officer.joint() || page.officeId().equals(officer.organizationId())));
        model.addAttribute("form", new AnswerForm(null, ""));
        return sent(
                id,
                consultation,
                errors,
                () -> consultations.record(id, consultation, form, officer),
                "recorded",
                model,
                response,
                after);
    }

    private static String sent(
            UUID id,
            UUID consultation,
            BindingResult errors,
            Runnable verb,
            String flash,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (Forms.accepted(errors, verb)) {
            after.addFlashAttribute("flash", "consultation.flash." + flash);
            return "redirect:" + Consultations.link(id, consultation);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "projects/consultation";
    }

    @PostMapping("/projects/{id}/consultations/{consultation}/withdrawals")
    String withdraw(@PathVariable UUID id, @PathVariable UUID consultation, Viewer officer, RedirectAttributes after) {
        try {
            consultations.withdraw(id, consultation, officer);
            after.addFlashAttribute("flash", "consultation.flash.withdrawn");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:" + Consultations.link(id, consultation);
    }

    @GetMapping("/projects/{id}/consultations/{consultation}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID consultation, Viewer viewer) {
        return files.download(queries.page(id, consultation, viewer)
                .orElseThrow(NotFound::new)
                .fileId());
    }

    private ConsultationPage page(UUID id, UUID consultation, Viewer viewer, Model model) {
        var page = queries.page(id, consultation, viewer).orElseThrow(NotFound::new);
        model.addAttribute("project", dossiers.of(id, viewer));
        model.addAttribute("consultation", page);
        model.addAttribute("suspect", FairCompetition.tiesRewardToTax(page.question()));
        model.addAttribute("answers", choices.of(Answer.class));
        model.addAttribute("papers", choices.of(Paper.class));
        boolean asked = page.isOpen() && page.ours() != null && (viewer.isOfficer() || viewer.isMember());
        model.addAttribute("mayDraft", asked);
        model.addAttribute("maySpeak", asked && Consultations.speaks(viewer));
        model.addAttribute("mayRecord", page.isOpen() && page.isComplete() && Consultations.records(page, viewer));
        model.addAttribute(
                "mayWithdraw",
                page.isOpen() && viewer.isOfficer() && page.officeId().equals(viewer.organizationId()));
        return page;
    }

    private String form(UUID id, Viewer officer, Model model) {
        var project = dossiers.of(id, officer);
        officer.require(project.isWorkedOnBy(officer));
        model.addAttribute("project", project);
        model.addAttribute("kinds", choices.of(ConsultationKind.class));
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("sites", sites(project, officer));
        return "projects/consultation-form";
    }

    private List<Option> sites(Dossier project, Viewer officer) {
        return project.homes().stream()
                .filter(h -> Dossier.isOf(h, officer) || project.isHeldBy(officer))
                .map(h -> new Option(h.id().toString(), choices.label(h.function()) + " · " + h.region()))
                .toList();
    }
}
