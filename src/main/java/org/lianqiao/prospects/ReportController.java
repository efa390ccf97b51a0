package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.NotFound;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes a prospect: a new lead by hand, and the holder's text. */
@Controller
@RequiredArgsConstructor
class ReportController {
    private static final int NEXT_DAYS = 7;

    private final Prospects prospects;
    private final Reporting reporting;
    private final ProspectPages pages;
    private final Catalogue catalogue;
    private final Choices choices;
    private final People people;
    private final Clock clock;

    /** What another page knows already stands in the address and need not be typed again. */
    @GetMapping("/ledger/new")
    String begin(@ModelAttribute("form") ReportForm known, BindingResult unread, Viewer officer, Model model) {
        Ledger.requireReporter(officer);
        model.addAttribute(
                "form",
                new ReportForm(
                        known.enterprise(),
                        known.uscc(),
                        known.matter(),
                        known.source(),
                        known.sourceNote(),
                        known.nodeId(),
                        known.regionCode(),
                        known.amountWan(),
                        known.nextStep(),
                        officer.accountId(),
                        LocalDate.now(clock).plusDays(NEXT_DAYS),
                        "",
                        "",
                        false));
        model.addAttribute(
                BindingResult.MODEL_KEY_PREFIX + "form",
                new org.springframework.validation.BeanPropertyBindingResult(
                        Objects.requireNonNull(model.getAttribute("form")), "form"));
        return newForm(List.of(), officer, model);
    }

    @PostMapping("/ledger")
    String report(
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        Ledger.requireReporter(officer);
        var report = new Reporting.Report[] {new Reporting.Report(null, List.of())};
        Forms.accepted(errors, () -> report[0] = reporting.report(form, officer));
        if (report[0].id() != null) {
            after.addFlashAttribute("flash", "prospects.done.report");
            return "redirect:/ledger/" + report[0].id();
        }
        report[0].known().stream()
                .filter(Duplicates.Held::same)
                .findFirst()
                .ifPresent(held -> Forms.refuse(
                        errors,
                        Refused.at(
                                "matter",
                                held.isSeen() ? "prospects.refused.openBy" : "prospects.refused.openHidden",
                                held.office())));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return newForm(report[0].known(), officer, model);
    }

    @GetMapping("/ledger/{id}/edit")
    String edit(@PathVariable UUID id, Viewer officer, Model model) {
        var whole = held(id, officer, model);
        var amount = whole.amount();
        model.addAttribute(
                "form",
                new EditForm(
                        whole.matter(),
                        whole.sourceNote(),
                        whole.nodeId(),
                        whole.regionCode(),
                        amount == null ? null : amount.wan(),
                        whole.summary(),
                        whole.version()));
        return editForm(id, null, model);
    }

    @PostMapping("/ledger/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        held(id, officer, model);
        try {
            if (Forms.accepted(errors, () -> prospects.edit(id, form, officer))) return "redirect:/ledger/" + id;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return editForm(id, null, model);
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return editForm(id, held(id, officer, model), model);
        }
    }

    private ProspectPage.Whole held(UUID id, Viewer officer, Model model) {
        var page = pages.find(id, officer).orElseThrow(NotFound::new);
        if (!page.leads() || page.whole() == null) throw new Forbidden();
        model.addAttribute("enterprise", page.enterprise());
        return page.whole();
    }

    private String newForm(List<Duplicates.Held> known, Viewer officer, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("mayConfirm", officer.isLead() && known.stream().noneMatch(Duplicates.Held::same));
        model.addAttribute("sources", choices.of(LeadSource.class));
        model.addAttribute("people", people.officersOf(officer.organization()));
        lists(model);
        return "prospects/new";
    }

    private String editForm(UUID id, ProspectPage.@Nullable Whole theirs, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("theirs", theirs);
        lists(model);
        return "prospects/edit";
    }

    private void lists(Model model) {
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("regions", catalogue.allianceRegions());
    }
}
