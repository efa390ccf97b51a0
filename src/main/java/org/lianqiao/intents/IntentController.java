package org.lianqiao.intents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own intents, and the page of an intent for everybody who may read it. */
@Controller
@RequiredArgsConstructor
class IntentController {
    private final Intents intents;
    private final IntentQueries queries;
    private final IntentShow show;
    private final Choices choices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @GetMapping("/intents")
    String list(@RequestParam(required = false) @Nullable String state, Paging paging, Viewer viewer, Model model) {
        if (viewer.isOfficer()) return "redirect:/intents/inbox";
        viewer.require(viewer.isMember());
        return list(queries.sent(state, paging, viewer), state, false, model);
    }

    /** What others want of the own needs and projects. */
    @GetMapping("/intents/received")
    String received(@RequestParam(required = false) @Nullable String state, Paging paging, Viewer viewer, Model model) {
        viewer.require(viewer.isMember());
        return list(queries.received(state, paging, viewer), state, true, model);
    }

    private String list(PageOf<IntentRow> page, @Nullable String state, boolean received, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("states", choices.of(IntentState.class));
        model.addAttribute("state", state);
        model.addAttribute("received", received);
        return "intents/mine";
    }

    @GetMapping("/intents/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var intent = queries.find(id, viewer).orElseThrow(NotFound::new);
        if (intent.state() == IntentState.DRAFT) return "redirect:/intents/" + id + "/edit";
        return show.page(intent.masked(), viewer, model);
    }

    /** Shows the contact once; who looked is recorded. */
    @PostMapping("/intents/{id}/reveals")
    String reveal(@PathVariable UUID id, Viewer viewer, Model model) {
        var intent = queries.find(id, viewer).orElseThrow(NotFound::new);
        viewer.require(intent.mayReveal());
        transaction.executeWithoutResult(t -> events.publishEvent(new Recorded(
                viewer, "contact.reveal", "intent", id, intent.number() + " " + Masked.name(intent.contactName()))));
        model.addAttribute("revealed", true);
        return show.page(intent, viewer, model);
    }

    @PostMapping("/intents/{id}/answers")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Viewer sender,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return show.after(
                id,
                "answer",
                text,
                () -> intents.answer(id, IntakeController.cut(text), sender),
                sender,
                model,
                response,
                after);
    }

    @PostMapping("/intents/{id}/withdrawals")
    String withdraw(
            @PathVariable UUID id, Viewer sender, Model model, HttpServletResponse response, RedirectAttributes after) {
        return show.after(id, "withdraw", "", () -> intents.withdraw(id, sender), sender, model, response, after);
    }
}
