package org.lianqiao.intents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The offices' inbox, and their answers: accept, pass on, ask, decline, assign. */
@Controller
@RequiredArgsConstructor
class IntakeController {
    private static final int LONGEST = 500;

    private final Intake intake;
    private final IntentQueries queries;
    private final IntentShow show;
    private final Choices choices;

    @GetMapping("/intents/inbox")
    String inbox(InboxFilter filter, Paging paging, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        var inbox = queries.inbox(filter, paging, officer);
        model.addAttribute("page", inbox.page());
        model.addAttribute("states", inbox.states());
        model.addAttribute("filter", filter);
        model.addAttribute("coordinating", officer.coordinating());
        model.addAttribute("allStates", choices.of(IntentState.class));
        var chips = new ArrayList<Chip>();
        var state = filter.stateOf();
        if (state != null) chips.add(new Chip("state", choices.text("intents.state"), choices.label(state)));
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("intents.words"), String.valueOf(filter.q())));
        if (filter.isSide() && officer.coordinating())
            chips.add(new Chip("scope", choices.text("intents.scope"), choices.text("intents.scope.side")));
        model.addAttribute("chips", chips);
        return "intents/inbox";
    }

    @PostMapping("/intents/{id}/acceptances")
    String accept(
            @PathVariable UUID id,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return show.after(id, "accept", "", () -> intake.accept(id, officer), officer, model, response, after);
    }

    @PostMapping("/intents/{id}/hand-overs")
    String passOn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String text,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return leave(show.after(
                id,
                "passOn",
                text,
                () -> intake.passOn(id, Lenient.id(office), cut(text), officer),
                officer,
                model,
                response,
                after));
    }

    @PostMapping("/intents/{id}/queries")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return show.after(id, "ask", text, () -> intake.ask(id, cut(text), officer), officer, model, response, after);
    }

    @PostMapping("/intents/{id}/declines")
    String decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return show.after(
                id, "decline", text, () -> intake.decline(id, cut(text), officer), officer, model, response, after);
    }

    @PostMapping("/intents/{id}/assignments")
    String assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String office,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return leave(show.after(
                id,
                "assign",
                "",
                () -> intake.assign(id, Lenient.id(office), officer),
                officer,
                model,
                response,
                after));
    }

    /** Who gave an intent away has nothing left to do on its page. */
    private static String leave(String view) {
        return view.startsWith("redirect:") ? "redirect:/intents/inbox" : view;
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
