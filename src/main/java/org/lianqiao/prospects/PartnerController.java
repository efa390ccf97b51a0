package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works on a prospect. */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class PartnerController {
    private final Assignments assignments;
    private final Partnerships partnerships;
    private final Answers answers;

    @PostMapping("/assignments")
    String assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String owner,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answers.of(
                id,
                "assign",
                Seat::seesAll,
                () -> assignments.assign(id, Lenient.id(owner), officer),
                officer,
                model,
                response,
                after);
    }

    /** A partner that leaves may not see the record any more. */
    @PostMapping("/partners/{office}/departures")
    String leave(@PathVariable UUID id, @PathVariable UUID office, Viewer officer, RedirectAttributes after) {
        partnerships.leave(id, office, officer);
        after.addFlashAttribute("flash", "prospects.done.leave");
        return office.equals(officer.organizationId()) ? "redirect:/ledger" : "redirect:/ledger/" + id;
    }
}
