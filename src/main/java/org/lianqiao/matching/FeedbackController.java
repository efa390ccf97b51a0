package org.lianqiao.matching;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said of a match: not suitable, because…; invited; taken back. */
@Controller
@RequiredArgsConstructor
class FeedbackController {
    private static final Paging FIRST = new Paging(1, 20);

    private final Feedback feedback;
    private final SoughtNeeds needs;
    private final MatchPages pages;
    private final Silence silence;

    @PostMapping("/matches/{need}/{enterprise}/rejections")
    String reject(
            @PathVariable UUID need,
            @PathVariable UUID enterprise,
            @Valid @ModelAttribute("form") @Nullable RejectionForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        feedback.requireSpeaker(need, enterprise, viewer);
        if (form != null && Forms.accepted(errors, () -> feedback.reject(need, enterprise, form, viewer)))
            return done("matching.flash.rejected", need, viewer, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusedAt", need + "/" + enterprise);
        model.addAttribute("typedReason", errors.getFieldValue("reason"));
        model.addAttribute("typedNote", errors.getFieldValue("note"));
        return needs.concerning(need, viewer)
                .map(n -> pages.need(n, FIRST, viewer, model, response))
                .orElseGet(() -> pages.list("", FIRST, viewer, model, response));
    }

    @PostMapping("/matches/{need}/{enterprise}/invitations")
    String invite(@PathVariable UUID need, @PathVariable UUID enterprise, Viewer viewer, RedirectAttributes after) {
        return attempt(() -> feedback.invite(need, enterprise, viewer), "matching.flash.invited", need, viewer, after);
    }

    @PostMapping("/matches/{need}/{enterprise}/undoings")
    String undo(@PathVariable UUID need, @PathVariable UUID enterprise, Viewer viewer, RedirectAttributes after) {
        return attempt(() -> feedback.takeBack(need, enterprise, viewer), "matching.flash.undone", need, viewer, after);
    }

    @PostMapping("/matches/silence")
    String silence(@RequestParam(defaultValue = "false") boolean silent, Viewer manager, RedirectAttributes after) {
        silence.keep(silent, manager);
        after.addFlashAttribute("flash", silent ? "matching.flash.silent" : "matching.flash.heard");
        return "redirect:/matches";
    }

    private String attempt(Runnable verb, String flash, UUID need, Viewer viewer, RedirectAttributes after) {
        try {
            verb.run();
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            after.addFlashAttribute("refusedArgs", refused.getArgs());
            return back(need, viewer);
        }
        return done(flash, need, viewer, after);
    }

    private String done(String flash, UUID need, Viewer viewer, RedirectAttributes after) {
        after.addFlashAttribute("flash", flash);
        return back(need, viewer);
    }

    /** To the matches of the need, or of the own enterprise or members. */
    private String back(UUID need, Viewer viewer) {
        return "redirect:/matches" + (needs.concerning(need, viewer).isPresent() ? "?need=" + need : "");
    }
}
