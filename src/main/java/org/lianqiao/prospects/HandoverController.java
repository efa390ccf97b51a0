package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 离岗交接, by the lead of the office: choose who leaves, look at the list, name who takes over. */
@Controller
@RequiredArgsConstructor
class HandoverController {
    private final Handover handover;
    private final People people;

    @GetMapping("/ledger/handovers/new")
    String begin(@RequestParam(defaultValue = "") String from, Viewer lead, Model model) {
        lead.require(lead.isLead());
        return page(Lenient.id(from), null, lead, model);
    }

    @PostMapping("/ledger/handovers")
    String hand(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        lead.require(lead.isLead());
        var leaver = Lenient.id(from);
        try {
            if (leaver == null) throw new Refused("prospects.handover.nothing");
            int gone = handover.hand(leaver, Lenient.id(to), lead);
            after.addFlashAttribute("flash", "prospects.done.handover");
            after.addFlashAttribute("flashArgs", new Object[] {gone});
            return "redirect:/ledger/handovers/new?from=" + to;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return page(leaver, Lenient.id(to), lead, model);
        }
    }

    private String page(@Nullable UUID from, @Nullable UUID to, Viewer lead, Model model) {
        var holders = handover.holders(lead);
        boolean known = from != null && holders.stream().anyMatch(o -> o.value().equals(from.toString()));
        model.addAttribute("holders", holders);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("items", known && from != null ? handover.of(from, lead) : List.of());
        model.addAttribute("name", known ? people.name(from) : "");
        model.addAttribute("people", people.officersOf(lead.organization()));
        return "prospects/handover";
    }
}
