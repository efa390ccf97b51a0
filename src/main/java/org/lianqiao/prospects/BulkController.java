package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Redirects;
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

/** Several prospects at once: choose on the list, say what is to be done, read what became of each. */
@Controller
@RequiredArgsConstructor
class BulkController {
    private final Bulk bulk;
    private final BulkChoice choice;
    private final Choices choices;

    @GetMapping("/ledger/bulk/new")
    String begin(@ModelAttribute("form") BulkForm form, BindingResult unread, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        return form(form, officer, model);
    }

    @PostMapping("/ledger/bulk")
    String run(
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        officer.require(officer.isOfficer());
        var batch = new UUID[1];
        if (Forms.accepted(errors, () -> batch[0] = bulk.run(form, officer)))
            return "redirect:/ledger/bulk/" + batch[0] + "?back=" + encoded(form.back());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(form, officer, model);
    }

    @GetMapping("/ledger/bulk/{batch}")
    String show(@PathVariable UUID batch, @RequestParam(defaultValue = "") String back, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        model.addAttribute("batch", bulk.find(batch, officer));
        model.addAttribute("back", list(back));
        return "prospects/bulk-result";
    }

    @PostMapping("/ledger/bulk/{batch}/undo")
    String undo(
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String back,
            Viewer officer,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        try {
            bulk.undo(batch, officer);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/ledger/bulk/" + batch + "?back=" + encoded(list(back));
    }

    private String form(BulkForm form, Viewer officer, Model model) {
        model.addAttribute("rows", choice.rows(form.chosen(), officer));
        model.addAttribute("people", choice.people(officer));
        model.addAttribute("verbs", choices.of(BulkVerb.class));
        model.addAttribute("stages", choices.of(Stage.class));
        model.addAttribute("attentions", choices.of(Attention.class));
        model.addAttribute("back", list(form.back()));
        return "prospects/bulk";
    }

    private static String list(String back) {
        return back.startsWith("/ledger") ? Redirects.inside(back) : "/ledger";
    }

    private static String encoded(String back) {
        return org.springframework.web.util.UriUtils.encode(back, java.nio.charset.StandardCharsets.UTF_8);
    }
}
