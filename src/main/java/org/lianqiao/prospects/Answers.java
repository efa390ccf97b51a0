package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the page of a prospect answers a verb: done, or shown again with what was typed and why not. */
@Component
@RequiredArgsConstructor
public class Answers {
    private final ProspectShow show;

    String of(
            UUID id,
            String verb,
            BindingResult errors,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (Forms.accepted(errors, use)) return done(id, verb, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("verb", verb);
        return show.page(id, officer, model);
    }

    /** Does what only some seats may: done, or the page again with the rule that refuses. */
    public String of(
            UUID id,
            String verb,
            Predicate<Seat> allowed,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, allowed);
        try {
            use.run();
            return done(id, verb, after);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("verb", verb);
            model.addAttribute("refused", refused.getKey());
            return show.page(id, officer, model);
        }
    }

    String done(UUID id, String verb, RedirectAttributes after) {
        after.addFlashAttribute("flash", "prospects.done." + verb);
        return "redirect:/ledger/" + id;
    }
}
