package org.lianqiao.prospects.transfer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Directory;
import org.lianqiao.prospects.Dossier;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holder offers a prospect to another office. */
@Controller
@RequiredArgsConstructor
class OfferController {
    private final Transfers transfers;
    private final Dossier dossier;
    private final Directory directory;
    private final Contacts contacts;

    @GetMapping("/ledger/{id}/transfers/new")
    String begin(@PathVariable UUID id, Viewer officer, Model model) {
        var known = held(id, officer);
        model.addAttribute("form", OfferForm.empty());
        return form(known, officer, model);
    }

    @PostMapping("/ledger/{id}/transfers")
    String offer(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var known = held(id, officer);
        var transfer = new UUID[1];
        if (Forms.accepted(errors, () -> transfer[0] = transfers.offer(id, form, officer))) {
            after.addFlashAttribute(
                    "flash", officer.isLead() ? "prospects.done.transfer.offer" : "prospects.done.transfer.propose");
            return "redirect:/ledger/transfers/" + transfer[0];
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(known, officer, model);
    }

    private Dossier.Known held(UUID id, Viewer officer) {
        var known = dossier.find(id, officer);
        officer.require(known.seat().leads());
        return known;
    }

    private String form(Dossier.Known known, Viewer officer, Model model) {
        model.addAttribute("p", known);
        model.addAttribute(
                "offices",
                directory.offices(known.alliance()).stream()
                        .filter(o -> !o.value().equals(known.holder().toString()))
                        .toList());
        model.addAttribute("contacts", contacts.of(known.organization(), officer));
        model.addAttribute("lead", officer.isLead());
        return "prospects/transfer-new";
    }
}
