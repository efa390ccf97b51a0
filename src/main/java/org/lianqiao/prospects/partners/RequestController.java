package org.lianqiao.prospects.partners;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.PagePart;
import org.lianqiao.prospects.Seat;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the offices ask each other, on one page and on the page of a prospect. */
@Controller
@RequiredArgsConstructor
class RequestController implements PagePart {
    private final PartnerRequests requests;
    private final RequestQueries queries;
    private final Choices choices;

    @GetMapping("/ledger/partner-requests")
    String list(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("requests", queries.list(officer));
        return "prospects/partner-requests";
    }

    @PostMapping("/ledger/partner-requests/{request}/agreements")
    String agree(
            @PathVariable UUID request,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer("agreed", () -> requests.agree(request, officer), officer, model, response, after);
    }

    @PostMapping("/ledger/partner-requests/{request}/refusals")
    String refuse(
            @PathVariable UUID request,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer("refused", () -> requests.refuse(request, officer), officer, model, response, after);
    }

    @PostMapping("/ledger/partner-requests/{request}/withdrawals")
    String withdraw(
            @PathVariable UUID request,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer("withdrawn", () -> requests.withdraw(request, officer), officer, model, response, after);
    }

    @Override
    public void addTo(Model model, UUID prospect, Seat seat, Viewer viewer) {
        model.addAttribute("requests", queries.of(prospect, viewer));
        model.addAttribute("functions", choices.of(SiteFunction.class));
    }

    private String answer(
            String what,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        try {
            use.run();
            after.addFlashAttribute("flash", "prospects.done.partner." + what);
            return "redirect:/ledger/partner-requests";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return list(officer, model);
        }
    }
}
