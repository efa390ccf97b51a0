package org.lianqiao.prospects.rules;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 超时提醒: what reaches a person, and for a lead what reaches the office. */
@Controller
@RequestMapping("/ledger/alerts")
@RequiredArgsConstructor
class AlertController {
    private final AlertPages alerts;

    @GetMapping
    String list(@RequestParam(defaultValue = "") String view, Paging paging, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        boolean office = officer.isLead() && view.equals("OFFICE");
        model.addAttribute("office", office);
        model.addAttribute("lead", officer.isLead());
        model.addAttribute("page", alerts.list(office, officer, paging));
        model.addAttribute("counts", alerts.counts(officer));
        if (officer.isLead()) {
            model.addAttribute("chiefs", alerts.chiefs(officer));
            model.addAttribute("chief", alerts.chief(officer));
        }
        return "rules/alerts";
    }

    @PostMapping("/{alert}/handlings")
    String handle(
            @PathVariable java.util.UUID alert,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String view,
            Viewer officer,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        return done(() -> alerts.handle(alert, note, officer), "alerts.done.handle", view, after);
    }

    @PostMapping("/chief")
    String name(@RequestParam(defaultValue = "") String account, Viewer lead, RedirectAttributes after) {
        lead.require(lead.isLead());
        return done(() -> alerts.name(account, lead), "alerts.done.chief", "OFFICE", after);
    }

    private static String done(Runnable use, String flash, String view, RedirectAttributes after) {
        try {
            use.run();
            after.addFlashAttribute("flash", flash);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/ledger/alerts" + (view.equals("OFFICE") ? "?view=OFFICE" : "");
    }
}
