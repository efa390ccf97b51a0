package org.lianqiao.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 个人信息请求 of who has no account. */
@Controller
@RequestMapping("/privacy/requests")
@RequiredArgsConstructor
class PersonalDataClaimController {
    private final PersonalDataClaims claims;
    private final PersonalDataRequests requests;
    private final Choices choices;

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", PersonalDataForm.empty());
        return page(model);
    }

    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") PersonalDataForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String[] token = new String[1];
        if (Forms.accepted(errors, () -> token[0] = claims.ask(form))) return "redirect:/privacy/requests/" + token[0];
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model);
    }

    @GetMapping("/{token}")
    String follow(@PathVariable String token, Model model) {
        model.addAttribute("claim", claims.find(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "audit/claim";
    }

    @PostMapping("/{token}")
    String prove(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        if (claims.prove(token, code)) return "redirect:/privacy/requests/" + token;
        return refused("accounts.code.wrong", token, model, response);
    }

    @PostMapping("/{token}/codes")
    String again(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            claims.sendAgain(token);
            return "redirect:/privacy/requests/" + token;
        } catch (Refused refused) {
            return refused(refused.getKey(), token, model, response);
        }
    }

    private String refused(String key, String token, Model model, HttpServletResponse response) {
        model.addAttribute("refused", key);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return follow(token, model);
    }

    private String page(Model model) {
        model.addAttribute("kinds", choices.of(PersonalDataKind.class));
        model.addAttribute("due", requests.due());
        return "audit/claim-form";
    }
}
