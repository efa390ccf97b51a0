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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the side of a need says of the sites, capital or resources that are offered. */
@Controller
@RequestMapping("/matches/{need}/counterparts/{counterpart}")
@RequiredArgsConstructor
class CounterpartFeedbackController {
    private static final Paging FIRST = new Paging(1, 20);

    private final CounterpartFeedback feedback;
    private final MatchPages pages;

    @PostMapping("/rejections")
    String reject(
            @PathVariable UUID need,
            @PathVariable UUID counterpart,
            @Valid @ModelAttribute("form") @Nullable RejectionForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        feedback.requireSpeaker(need, counterpart, viewer);
        if (form != null && Forms.accepted(errors, () -> feedback.reject(need, counterpart, form, viewer)))
            return done("matching.flash.rejected", need, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusedAt", need + "/counterparts/" + counterpart);
        model.addAttribute("typedReason", errors.getFieldValue("reason"));
        model.addAttribute("typedNote", errors.getFieldValue("note"));
        return pages.need(pages.concerning(need, viewer), FIRST, viewer, model, response);
    }

    @PostMapping("/undoings")
    String undo(@PathVariable UUID need, @PathVariable UUID counterpart, Viewer viewer, RedirectAttributes after) {
        try {
            feedback.takeBack(need, counterpart, viewer);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            after.addFlashAttribute("refusedArgs", refused.getArgs());
            return "redirect:/matches?need=" + need;
        }
        return done("matching.flash.undone", need, after);
    }

    private static String done(String flash, UUID need, RedirectAttributes after) {
        after.addFlashAttribute("flash", flash);
        return "redirect:/matches?need=" + need;
    }
}
