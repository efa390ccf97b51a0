package org.lianqiao.prospects.consultation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.prospects.PagePart;
import org.lianqiao.prospects.Seat;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for a consultation, and carries it to an end. */
@Controller
@RequiredArgsConstructor
class ConsultationController implements PagePart {
    private final Consultations consultations;
    private final ConsultationQueries queries;
    private final Dossier dossier;
    private final StoredFiles files;
    private final Choices choices;
    private final Clock clock;

    @GetMapping("/ledger/consultations")
    String list(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("rows", queries.list(officer));
        return "prospects/consultations";
    }

    @GetMapping("/ledger/{id}/consultations/new")
    String begin(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("form", new AskForm(null, null, ""));
        return form(id, officer, model);
    }

    @PostMapping("/ledger/{id}/consultations")
    String ask(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(!dossier.find(id, officer).seat().leads());
        var asked = new UUID[1];
        if (Forms.accepted(errors, () -> asked[0] = consultations.ask(id, form, officer))) {
            after.addFlashAttribute("flash", "prospects.done.consult.ask");
            return "redirect:/ledger/consultations/" + asked[0];
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(id, officer, model);
    }

    @GetMapping("/ledger/consultations/{consultation}")
    String show(@PathVariable UUID consultation, Viewer officer, Model model) {
        var page = queries.find(consultation, officer).orElseThrow(NotFound::new);
        var mine = page.answerOf(officer.organizationId()).orElse(null);
        boolean asker = page.officeId().equals(officer.organizationId());
        model.addAttribute("c", page);
        model.addAttribute("mine", mine);
        model.addAttribute("lead", officer.isLead());
        model.addAttribute("asker", asker);
        model.addAttribute("mayEscalate", asker && page.isOpen() && page.dueOn().isBefore(LocalDate.now(clock)));
        model.addAttribute("settles", officer.joint() && page.isEscalated());
        model.addAttribute("outcomes", choices.of(LeadOutcome.class));
        return "prospects/consultation";
    }

    @PostMapping("/ledger/consultations/{consultation}/answers")
    String answer(
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String opinion,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        model.addAttribute("opinion", opinion);
        var said = Lenient.value(LeadOutcome.class, outcome);
        return does(
                consultation,
                "answer",
                () -> consultations.answer(consultation, said, opinion.strip(), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/ledger/consultations/{consultation}/confirmations")
    String confirm(
            @PathVariable UUID consultation,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return does(
                consultation, "confirm", () -> consultations.confirm(consultation, lead), lead, model, response, after);
    }

    @PostMapping("/ledger/consultations/{consultation}/escalations")
    String escalate(
            @PathVariable UUID consultation,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return does(
                consultation,
                "escalate",
                () -> consultations.escalate(consultation, officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/ledger/consultations/{consultation}/withdrawals")
    String withdraw(
            @PathVariable UUID consultation,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return does(
                consultation,
                "withdraw",
                () -> consultations.withdraw(consultation, officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/ledger/consultations/{consultation}/outcomes")
    String settle(
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String documentNumber,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer joint,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        model.addAttribute("documentNumber", documentNumber);
        return does(
                consultation,
                "settle",
                () -> consultations.settle(consultation, documentNumber, file, joint),
                joint,
                model,
                response,
                after);
    }

    @GetMapping("/ledger/consultations/{consultation}/file")
    ResponseEntity<Resource> file(@PathVariable UUID consultation, Viewer officer) {
        var file =
                queries.find(consultation, officer).orElseThrow(NotFound::new).file();
        if (file == null) throw new NotFound();
        return files.download(file);
    }

    @Override
    public void addTo(Model model, UUID prospect, Seat seat, Viewer viewer) {
        model.addAttribute(
                "consultation",
                queries.openOf(prospect).flatMap(id -> queries.find(id, viewer)).orElse(null));
    }

    private String does(
            UUID consultation,
            String verb,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            use.run();
            after.addFlashAttribute("flash", "prospects.done.consult." + verb);
            return "redirect:/ledger/consultations/" + consultation;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return show(consultation, officer, model);
        }
    }

    private String form(UUID id, Viewer officer, Model model) {
        var known = dossier.find(id, officer);
        officer.require(!known.seat().leads());
        model.addAttribute("p", known);
        model.addAttribute(
                "wishes",
                choices.of(LeadOutcome.class).stream()
                        .filter(o -> !o.value().equals("HOLDER_STAYS")
                                && !(o.value().equals("JOINS") && known.seat().works()))
                        .toList());
        model.addAttribute("functions", choices.of(SiteFunction.class));
        return "prospects/consultation-new";
    }
}
