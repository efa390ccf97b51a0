package org.lianqiao.needs;

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
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organisation's own needs, from draft to closing. */
@Controller
@RequestMapping("/my/needs")
@RequiredArgsConstructor
class MyNeedsController {
    private static final int USUAL_MONTHS = 6;

    private final Needs needs;
    private final NeedQueries queries;
    private final NeedPages pages;
    private final NeedFormModel choicesOfForm;
    private final Choices choices;
    private final ReviewTime reviewTime;
    private final Clock clock;

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String state, Paging paging, Viewer viewer, Model model) {
        requireAuthor(viewer);
        model.addAttribute("page", queries.own(viewer, state, paging));
        model.addAttribute("states", choices.of(NeedState.class));
        model.addAttribute("state", state);
        return "needs/mine";
    }

    @GetMapping("/new")
    String begin(@RequestParam(required = false) @Nullable String node, Viewer viewer, Model model) {
        requireAuthor(viewer);
        var at = Lenient.id(node);
        if (viewer.isMember()) return "redirect:/my/needs/new/steps" + (at == null ? "" : "?node=" + at);
        var until = LocalDate.now(clock).plusMonths(USUAL_MONTHS);
        model.addAttribute("form", NeedForm.empty(viewer.organizationRegion(), at, until));
        return form(model, null);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean submit,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            jakarta.servlet.http.HttpServletResponse response) {
        requireAuthor(viewer);
        UUID[] id = new UUID[1];
        if (!Forms.accepted(errors, () -> id[0] = needs.draft(form, viewer))) return refused(model, null, response);
        return submit ? submitted(id[0], viewer, after) : kept(id[0], after);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var need = pages.own(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("need", need);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("reviewDays", reviewTime.days());
        if (viewer.isMember() && (need.state() == NeedState.DRAFT || need.state() == NeedState.RETURNED))
            model.addAttribute("tasks", tasks(id, viewer));
        return "needs/own";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        var need = pages.own(id, viewer).orElseThrow(NotFound::new);
        boolean inSteps = viewer.isMember() && need.state() != NeedState.PUBLISHED;
        if (inSteps || !need.state().canBeEdited()) return "redirect:/my/needs/" + id;
        model.addAttribute("form", need.form());
        model.addAttribute("open", need.state() == NeedState.PUBLISHED);
        return form(model, id);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") NeedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean submit,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            jakarta.servlet.http.HttpServletResponse response) {
        var before = pages.own(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("open", before.state() == NeedState.PUBLISHED);
        try {
            if (!Forms.accepted(errors, () -> needs.edit(id, form, viewer))) return refused(model, id, response);
        } catch (EditedMeanwhile | ObjectOptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", pages.own(id, viewer).orElseThrow(NotFound::new));
            return form(model, id);
        }
        boolean again = before.state() == NeedState.PUBLISHED
                && pages.own(id, viewer).orElseThrow(NotFound::new).state() == NeedState.SUBMITTED;
        if (again) {
            after.addFlashAttribute("flash", "needs.flash.again");
            return "redirect:/my/needs/" + id;
        }
        return submit && before.state() != NeedState.PUBLISHED ? submitted(id, viewer, after) : kept(id, after);
    }

    @PostMapping("/{id}/submissions")
    String submit(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        return submitted(id, viewer, after);
    }

    @PostMapping("/{id}/extensions")
    String extend(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String until,
            Viewer viewer,
            RedirectAttributes after) {
        return done(id, after, "needs.flash.extended", () -> needs.extend(id, Lenient.date(until), viewer));
    }

    @PostMapping("/{id}/closings")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean met,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes after) {
        var why = reason.length() > 200 ? reason.substring(0, 200) : reason;
        return done(
                id, after, met ? "needs.flash.met" : "needs.flash.withdrawn", () -> needs.close(id, met, why, viewer));
    }

    private String submitted(UUID id, Viewer viewer, RedirectAttributes after) {
        return done(id, after, "needs.flash.submitted", () -> needs.submit(id, viewer));
    }

    /** @param open whether something that a submission needs is not there yet */
    record Task(NeedStep step, boolean open) {}

    private List<Task> tasks(UUID id, Viewer viewer) {
        var open = needs.missing(id, viewer).stream()
                .map(m -> NeedStep.with(String.valueOf(m.getField())))
                .collect(Collectors.toSet());
        return Arrays.stream(NeedStep.values())
                .map(s -> new Task(s, open.contains(s)))
                .toList();
    }

    private static String kept(UUID id, RedirectAttributes after) {
        after.addFlashAttribute("flash", "needs.flash.kept");
        return "redirect:/my/needs/" + id;
    }

    private static String done(UUID id, RedirectAttributes after, String flash, Runnable use) {
        try {
            use.run();
            after.addFlashAttribute("flash", flash);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/my/needs/" + id;
    }

    private String refused(Model model, @Nullable UUID id, jakarta.servlet.http.HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(model, id);
    }

    private String form(Model model, @Nullable UUID id) {
        model.addAttribute("id", id);
        choicesOfForm.fill(model);
        return "needs/form";
    }

    private static void requireAuthor(Viewer viewer) {
        viewer.require(viewer.isMember() || viewer.isOfficer());
    }
}
