package org.lianqiao.needs;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Step;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How an enterprise writes a need, also on a phone: one thing a page, saved at every step, checked before it goes. */
@Controller
@RequestMapping("/my/needs")
@RequiredArgsConstructor
class NeedStepsController {
    private static final int USUAL_MONTHS = 6;

    private final Needs needs;
    private final NeedPages pages;
    private final NeedAnswers answers;
    private final NeedFormModel choicesOfForm;
    private final Choices choices;
    private final Clock clock;

    @GetMapping("/new/steps")
    String begin(@RequestParam(required = false) @Nullable String node, Viewer author, Model model) {
        author.require(author.isMember());
        var until = LocalDate.now(clock).plusMonths(USUAL_MONTHS);
        model.addAttribute("form", NeedForm.empty(author.organizationRegion(), Lenient.id(node), until));
        return page(null, NeedStep.WHAT, false, model);
    }

    /** The first page makes the draft. */
    @PostMapping("/new/steps")
    String draft(
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            Viewer author,
            Model model,
            HttpServletResponse response) {
        author.require(author.isMember());
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = needs.draft(form, author)))
            return "redirect:/my/needs/" + id[0] + "/steps/" + NeedStep.TEXT.path();
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(null, NeedStep.WHAT, false, model);
    }

    @GetMapping("/{id}/steps/{step}")
    String open(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean checking,
            Viewer author,
            Model model) {
        var need = unpublished(id, author);
        model.addAttribute("form", need.form());
        model.addAttribute("need", need);
        return page(id, known(step), checking, model);
    }

    @PostMapping("/{id}/steps/{step}")
    String save(
            @PathVariable UUID id,
            @PathVariable String step,
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean checking,
            Viewer author,
            Model model,
            HttpServletResponse response) {
        var here = known(step);
        model.addAttribute("need", unpublished(id, author));
        try {
            if (Forms.accepted(errors, () -> needs.edit(id, form, author))) return onward(id, here, checking);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile | ObjectOptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", unpublished(id, author));
            model.addAttribute("id", id);
            choicesOfForm.fill(model);
            return "needs/form";
        }
        return page(id, here, checking, model);
    }

    private static String onward(UUID id, NeedStep here, boolean checking) {
        var next = checking ? java.util.Optional.<NeedStep>empty() : here.next();
        return "redirect:/my/needs/" + id + next.map(s -> "/steps/" + s.path()).orElse("/check");
    }

    /** What is not there yet, and the page on which it is filled in. */
    record Missing(NeedStep step, String field, String key) {}

    /** Everything once more, before it goes to the reviewer. */
    @GetMapping("/{id}/check")
    String check(@PathVariable UUID id, Viewer author, Model model) {
        var need = unpublished(id, author);
        var missing = needs.missing(id, author);
        model.addAttribute("need", need);
        model.addAttribute(
                "missing",
                missing.stream()
                        .map(m -> new Missing(NeedStep.with(field(m)), field(m), m.getKey()))
                        .toList());
        model.addAttribute(
                "answers",
                answers.of(
                        need, missing.stream().map(NeedStepsController::field).collect(Collectors.toSet())));
        return "needs/check";
    }

    private String page(@Nullable UUID id, NeedStep step, boolean checking, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("step", step);
        model.addAttribute("others", step.others());
        model.addAttribute("checking", checking);
        model.addAttribute("steps", steps(step));
        choicesOfForm.fill(model);
        return "needs/step";
    }

    private List<Step> steps(NeedStep here) {
        return Arrays.stream(NeedStep.values())
                .map(s -> new Step(
                        choices.text("NeedStep." + s), s.ordinal() < here.ordinal() ? "done" : s == here ? "now" : ""))
                .toList();
    }

    /** Drafts and what was returned; what is open is changed on one page, since every change goes to review. */
    private NeedPage unpublished(UUID id, Viewer author) {
        return pages.own(id, author)
                .filter(n -> n.state() == NeedState.DRAFT || n.state() == NeedState.RETURNED)
                .orElseThrow(NotFound::new);
    }

    private static NeedStep known(String step) {
        return NeedStep.of(step).orElseThrow(NotFound::new);
    }

    private static String field(Refused missing) {
        return String.valueOf(missing.getField());
    }
}
