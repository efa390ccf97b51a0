package org.lianqiao.prospects.merge;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Duplicates: what may be one, and what was made one. */
@Controller
@RequiredArgsConstructor
class MergeController {
    private final Candidates candidates;
    private final Merging merging;

    @GetMapping("/ledger/duplicates")
    String list(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("pairs", candidates.of(officer));
        model.addAttribute("made", candidates.undoable(officer));
        model.addAttribute("days", Merging.DAYS);
        return "prospects/duplicates";
    }

    @PostMapping("/ledger/duplicates/merges")
    String merge(
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String merged,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        return does("merge", () -> merging.merge(known(kept), known(merged), officer), officer, model, response, after);
    }

    @PostMapping("/ledger/duplicates/merges/{merge}/undo")
    String undo(
            @PathVariable UUID merge,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        return does("unmerge", () -> merging.undo(merge, officer), officer, model, response, after);
    }

    @PostMapping("/ledger/duplicates/dismissals")
    String distinct(
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        return does(
                "distinct", () -> merging.distinct(known(one), known(other), officer), officer, model, response, after);
    }

    private String does(
            String verb,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            use.run();
            after.addFlashAttribute("flash", "prospects.done." + verb);
            return "redirect:/ledger/duplicates";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return list(officer, model);
        }
    }

    private static UUID known(@Nullable String typed) {
        var id = Lenient.id(typed);
        if (id == null) throw new NotFound();
        return id;
    }
}
