package org.lianqiao.prospects.transfer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Transfers between offices: the list, one of them, and what each side says to it. */
@Controller
@RequiredArgsConstructor
class TransferController {
    private final Transfers transfers;
    private final ContactConsents consents;
    private final TransferQueries queries;
    private final People people;
    private final Clock clock;

    @GetMapping("/ledger/transfers")
    String list(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("open", queries.list(officer, true));
        model.addAttribute("past", queries.list(officer, false));
        model.addAttribute("introduced", queries.introduced(officer));
        return "prospects/transfers";
    }

    @GetMapping("/ledger/transfers/{transfer}")
    String show(@PathVariable UUID transfer, Viewer officer, Model model) {
        var page = queries.find(transfer, officer).orElseThrow(NotFound::new);
        model.addAttribute("t", page);
        model.addAttribute("mayApprove", page.isOurs() && officer.isLead());
        model.addAttribute("people", page.isTheirs() ? people.officersOf(officer.organization()) : java.util.List.of());
        model.addAttribute("me", officer.accountId());
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("consent"))
            model.addAttribute("consent", new ConsentForm(LocalDate.now(clock), ""));
        return "prospects/transfer";
    }

    @PostMapping("/ledger/transfers/{transfer}/approvals")
    String approve(
            @PathVariable UUID transfer,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(transfer, "approve", () -> transfers.approve(transfer, lead), lead, model, response, after);
    }

    @PostMapping("/ledger/transfers/{transfer}/acceptances")
    String accept(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String owner,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                transfer,
                "accept",
                () -> transfers.accept(transfer, Lenient.id(owner), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/ledger/transfers/{transfer}/refusals")
    String refuse(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String answer,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        model.addAttribute("answer", answer);
        return answer(
                transfer, "refuse", () -> transfers.refuse(transfer, answer, officer), officer, model, response, after);
    }

    @PostMapping("/ledger/transfers/{transfer}/withdrawals")
    String withdraw(
            @PathVariable UUID transfer,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                transfer, "withdraw", () -> transfers.withdraw(transfer, officer), officer, model, response, after);
    }

    /** What the enterprise told the office, with day and evidence. */
    @PostMapping("/ledger/transfers/{transfer}/consents")
    String write(
            @PathVariable UUID transfer,
            @Valid @ModelAttribute("consent") ConsentForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String agrees,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(
                queries.find(transfer, officer).orElseThrow(NotFound::new).isOurs());
        if (Forms.accepted(errors, () -> consents.write(transfer, form, "yes".equals(agrees), officer)))
            return done(transfer, "consent", after);
        model.addAttribute("verb", "consent");
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(transfer, officer, model);
    }

    private String answer(
            UUID transfer,
            String verb,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            use.run();
            return done(transfer, verb, after);
        } catch (Refused refused) {
            return refused(transfer, verb, refused, officer, model, response);
        }
    }

    private String refused(
            UUID transfer,
            @Nullable String verb,
            Refused refused,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("verb", verb);
        model.addAttribute("refused", refused.getKey());
        return show(transfer, officer, model);
    }

    private static String done(UUID transfer, String verb, RedirectAttributes after) {
        after.addFlashAttribute("flash", "prospects.done.transfer." + verb);
        return "redirect:/ledger/transfers/" + transfer;
    }
}
