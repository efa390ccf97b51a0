package org.lianqiao.prospects.reports;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** 台账周报. */
@Controller
@RequestMapping("/ledger/reports")
@RequiredArgsConstructor
class WeeklyController {
    private static final int LONGEST = 2_000;

    private final Reports reports;
    private final ReportQueries queries;
    private final ReportText text;
    private final Choices choices;

    @GetMapping
    String list(Paging paging, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("page", queries.list(officer, paging));
        model.addAttribute("week", reports.thisWeek());
        return "reports/index";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String week, Viewer officer, RedirectAttributes after) {
        officer.require(officer.isOfficer());
        try {
            return "redirect:/ledger/reports/" + reports.begin(Lenient.date(week), officer);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:/ledger/reports";
        }
    }

    @GetMapping("/{report}")
    String show(@PathVariable UUID report, Viewer officer, Model model) {
        model.addAttribute("form", new AdjustForm(null, null, ""));
        return page(report, officer, model);
    }

    @GetMapping("/{report}/sheet")
    void sheet(@PathVariable UUID report, Viewer officer, HttpServletResponse response) throws IOException {
        var found = queries.find(report, officer).orElseThrow(NotFound::new);
        response.setContentType(SheetFormat.XLSX.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                choices.text("reports.title") + "_"
                                        + found.head().week() + ".xlsx",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        text.write(found, response.getOutputStream());
    }

    /** Saves the text, and hands it on where that button was pressed. */
    @PostMapping("/{report}/notes")
    String write(
            @PathVariable UUID report,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String returned,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String version,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(
                queries.find(report, officer).orElseThrow(NotFound::new).head().ours());
        try {
            take(report, verb, note.strip(), returned.strip(), number(version), officer);
            after.addFlashAttribute("flash", "reports.done." + (verb.matches("review|submit|return") ? verb : "write"));
            return "redirect:/ledger/reports/" + report;
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
        } catch (EditedMeanwhile | org.springframework.dao.OptimisticLockingFailureException first) {
            model.addAttribute("refused", "reports.refused.meanwhile");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("typed", note);
        model.addAttribute("typedReturned", returned);
        model.addAttribute("form", new AdjustForm(null, null, ""));
        return page(report, officer, model);
    }

    private void take(UUID report, String verb, String note, String returned, @Nullable Long version, Viewer officer) {
        if (note.codePointCount(0, note.length()) > LONGEST) throw new Refused("reports.refused.long");
        if (returned.codePointCount(0, returned.length()) > 300) throw new Refused("reports.refused.long");
        switch (verb) {
            case "review" -> reports.toReview(report, note, version, officer);
            case "submit" -> reports.submit(report, note, version, officer);
            case "return" -> reports.sendBack(report, returned, version, officer);
            default -> reports.write(report, note, version, officer);
        }
    }

    @PostMapping("/{report}/adjustments")
    String adjust(
            @PathVariable UUID report,
            @Valid @ModelAttribute("form") AdjustForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        lead.require(
                queries.find(report, lead).orElseThrow(NotFound::new).head().ours() && lead.isLead());
        if (Forms.accepted(errors, () -> reports.adjust(report, form, lead))) {
            after.addFlashAttribute("flash", "reports.done.adjust");
            return "redirect:/ledger/reports/" + report;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(report, lead, model);
    }

    private String page(UUID id, Viewer officer, Model model) {
        var found = queries.find(id, officer).orElseThrow(NotFound::new);
        model.addAttribute("report", found);
        model.addAttribute("r", found.head());
        model.addAttribute("title", text.title(found));
        model.addAttribute("copy", text.of(found));
        model.addAttribute("sections", choices.of(Section.class));
        model.addAttribute("lead", officer.isLead());
        return "reports/show";
    }

    private static @Nullable Long number(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.valueOf(typed) : null;
    }
}
