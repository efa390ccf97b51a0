package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was done about a prospect, and whom to call. */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class FollowUpController {
    private final Following following;
    private final ProspectShow show;
    private final Answers answers;

    @PostMapping("/follow-ups")
    String follow(
            @PathVariable UUID id,
            @Valid @ModelAttribute("follow") FollowUpForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::works);
        return answers.of(
                id, "follow", errors, () -> following.follow(id, form, officer), officer, model, response, after);
    }

    @PostMapping("/follow-ups/{step}/completions")
    String complete(@PathVariable UUID id, @PathVariable UUID step, Viewer officer, RedirectAttributes after) {
        following.complete(id, step, officer);
        return answers.done(id, "complete", after);
    }

    @PostMapping("/contacts")
    String keepContact(
            @PathVariable UUID id,
            @Valid @ModelAttribute("contact") ContactForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::works);
        return answers.of(
                id, "contact", errors, () -> following.keepContact(id, form, officer), officer, model, response, after);
    }

    /** Shows the contact once, in the answer itself; who looked is recorded. */
    @PostMapping("/contacts/{contact}/reveals")
    String reveal(@PathVariable UUID id, @PathVariable UUID contact, Viewer officer, Model model) {
        show.reveal(id, following.reveal(id, contact, officer), officer, model);
        return show.page(id, officer, model);
    }
}
