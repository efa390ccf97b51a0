package org.lianqiao.prospects.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
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

/** 会后分派: the list, and each side's word. */
@Controller
@RequiredArgsConstructor
class AssignmentController {
    private final AssignmentQueries queries;
    private final Assigning assigning;
    private final Directory directory;

    @GetMapping("/ledger/assignments")
    String list(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("rows", queries.list(officer));
        model.addAttribute("offices", directory.offices(officer.allianceId()));
        model.addAttribute("mayConfirm", Assigning.mayConfirm(officer));
        model.addAttribute("side", officer.side());
        return "prospects/assignments";
    }

    @PostMapping("/ledger/assignments/{id}")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String office,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            boolean agreed = assigning.confirm(id, Lenient.id(office), lead);
            after.addFlashAttribute("flash", agreed ? "prospects.done.assignment.both" : "prospects.done.assignment");
            return "redirect:/ledger/assignments";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return list(lead, model);
        }
    }
}
