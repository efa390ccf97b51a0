package org.lianqiao.prospects.rules;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down in one line that a prospect was assessed, or its introducer told. */
@Controller
@RequiredArgsConstructor
class MilestoneController {
    private final Milestones milestones;

    @PostMapping("/ledger/{id}/milestones")
    String note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String note,
            Viewer officer,
            RedirectAttributes after) {
        try {
            milestones.note(id, kind(kind), note, officer);
            after.addFlashAttribute("flash", "rules.done." + kind(kind));
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            after.addFlashAttribute("milestone", note);
        }
        return "redirect:/ledger/" + id;
    }

    private static RuleKind kind(String typed) {
        return Lenient.value(RuleKind.class, typed) == RuleKind.FEEDBACK ? RuleKind.FEEDBACK : RuleKind.ASSESS;
    }
}
