package org.lianqiao.prospects.partners;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Answers;
import org.lianqiao.prospects.Seat;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holder invites a partner; another office asks to become one. */
@Controller
@RequiredArgsConstructor
class AskController {
    private final PartnerRequests requests;
    private final Answers answers;

    @PostMapping("/ledger/{id}/partners")
    String invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String note,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var part = Lenient.value(SiteFunction.class, function);
        return answers.of(
                id,
                "partner",
                Seat::leads,
                () -> requests.invite(id, Lenient.id(office), part, note.strip(), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/ledger/{id}/join-requests")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String note,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var part = Lenient.value(SiteFunction.class, function);
        return answers.of(
                id,
                "ask",
                seat -> !seat.works(),
                () -> requests.askToJoin(id, part, note.strip(), officer),
                officer,
                model,
                response,
                after);
    }
}
