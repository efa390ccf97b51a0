package org.lianqiao.intents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one intent, also after a verb that was refused: then with what was typed. */
@Component
@RequiredArgsConstructor
class IntentShow {
    private static final int UNPROCESSABLE = 422;

    private final IntentQueries queries;
    private final Directory directory;

    String page(IntentPage intent, Viewer viewer, Model model) {
        model.addAttribute("intent", intent);
        model.addAttribute(
                "offices",
                intent.mayAssign() || intent.mayAnswerAsOffice() ? directory.offices(viewer.allianceId()) : List.of());
        return "intents/show";
    }

    String after(
            UUID id,
            String verb,
            String text,
            Runnable use,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            use.run();
        } catch (Refused refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("refused", refused.getKey());
            model.addAttribute("verb", verb);
            model.addAttribute("text", text);
            return page(queries.find(id, viewer).orElseThrow(NotFound::new).masked(), viewer, model);
        }
        after.addFlashAttribute("flash", "intents.done." + verb);
        return "redirect:/intents/" + id;
    }
}
