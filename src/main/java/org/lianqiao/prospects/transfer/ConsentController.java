package org.lianqiao.prospects.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The enterprise's word on its contact: by the personal link, or on the page of its account. */
@Controller
@RequiredArgsConstructor
class ConsentController {
    private final ContactConsents consents;

    @GetMapping("/consents/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("q", consents.byToken(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "prospects/consent";
    }

    @PostMapping("/consents/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String agrees,
            Model model,
            HttpServletResponse response) {
        try {
            consents.answerByLink(token, yes(agrees));
            return "redirect:/consents/" + token;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return ask(token, model);
        }
    }

    @GetMapping("/my/consents")
    String mine(Viewer member, Model model) {
        member.require(member.isMember());
        model.addAttribute("questions", consents.of(member.organization()));
        return "prospects/consents";
    }

    @PostMapping("/my/consents/{transfer}")
    String answerMine(
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String agrees,
            Viewer member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        member.require(member.isMember());
        try {
            consents.answerByAccount(transfer, yes(agrees), member);
            after.addFlashAttribute("flash", "prospects.done.transfer.consent");
            return "redirect:/my/consents";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return mine(member, model);
        }
    }

    /** @throws Refused where neither button was pressed: silence is no consent, and no refusal either */
    private static boolean yes(String agrees) {
        if (!agrees.equals("yes") && !agrees.equals("no")) throw new Refused("prospects.required.choice");
        return agrees.equals("yes");
    }
}
