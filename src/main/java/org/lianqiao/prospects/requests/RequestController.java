package org.lianqiao.prospects.requests;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 企业诉求: what an office is to answer and what it waits for; one request and its way. */
@Controller
@RequiredArgsConstructor
class RequestController {
    private static final int USUAL_DAYS = 5;

    private final Requests requests;
    private final RequestQueries queries;
    private final WorkCalendar calendar;
    private final Clock clock;

    @GetMapping("/ledger/requests")
    String list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            Paging paging,
            Viewer officer,
            Model model) {
        officer.require(officer.isOfficer());
        var shown = Objects.requireNonNullElse(Lenient.value(RequestView.class, view), RequestView.OURS);
        model.addAttribute("view", shown);
        model.addAttribute("q", q);
        model.addAttribute("counts", queries.counts(officer));
        model.addAttribute("page", queries.list(shown, q, officer, paging));
        return "requests/index";
    }

    /** @param line a request in one line, of which the form shows what was understood */
    @GetMapping("/ledger/{id}/requests/new")
    String begin(@PathVariable UUID id, @RequestParam(defaultValue = "") String line, Viewer officer, Model model) {
        var today = LocalDate.now(clock);
        var read = RequestLine.read(line, today, queries.named(officer));
        model.addAttribute("unread", read.unread());
        model.addAttribute("form", read.form(calendar.after(today, USUAL_DAYS)));
        return form(id, officer, model);
    }

    @PostMapping("/ledger/{id}/requests")
    String ask(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = form(id, officer, model);
        if (Forms.accepted(errors, () -> requests.ask(id, form, officer))) {
            after.addFlashAttribute("flash", "requests.done.ask");
            return "redirect:/ledger/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("unread", List.of());
        return page;
    }

    @GetMapping("/ledger/requests/{request}")
    String show(@PathVariable UUID request, Viewer officer, Model model) {
        return page(request, null, officer, model);
    }

    @PostMapping("/ledger/requests/{request}/steps")
    String step(
            @PathVariable UUID request,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(
                queries.find(request, officer).orElseThrow(NotFound::new).isActed());
        try {
            if (Forms.accepted(errors, () -> requests.step(request, form, officer))) {
                after.addFlashAttribute("flash", "requests.done." + form.action());
                return "redirect:/ledger/requests/" + request;
            }
        } catch (EditedMeanwhile | org.springframework.dao.OptimisticLockingFailureException first) {
            errors.reject("requests.refused.meanwhile", "requests.refused.meanwhile");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(request, form, officer, model);
    }

    private String form(UUID id, Viewer officer, Model model) {
        var prospect = requests.requireWorked(id, officer);
        model.addAttribute("id", id);
        model.addAttribute("enterprise", prospect.value());
        model.addAttribute("matter", prospect.label());
        model.addAttribute("offices", queries.offices(officer));
        return "requests/form";
    }

    private String page(UUID id, @Nullable StepForm form, Viewer officer, Model model) {
        var row = queries.find(id, officer).orElseThrow(NotFound::new);
        model.addAttribute("r", row);
        model.addAttribute("steps", queries.steps(id));
        model.addAttribute("offices", row.isActed() && !row.isAnswered() ? queries.offices(officer) : List.of());
        if (form == null)
            model.addAttribute(
                    "form",
                    new StepForm(
                            row.isAnswered() ? RequestAction.REOPEN : RequestAction.ANSWER,
                            "",
                            null,
                            calendar.after(LocalDate.now(clock), USUAL_DAYS),
                            row.version()));
        return "requests/show";
    }
}
