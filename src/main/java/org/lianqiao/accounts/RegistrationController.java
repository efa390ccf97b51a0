package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Settings;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, for who has no account: nothing of it stands in a session, the token in the address leads back. */
@Controller
@RequiredArgsConstructor
class RegistrationController {
    private final Registrations registrations;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Settings settings;

    @GetMapping("/register")
    String start() {
        return "accounts/register";
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        model.addAttribute("version", settings.text("privacy.version", "2026-01"));
        return "accounts/privacy";
    }

    @GetMapping("/register/form")
    String form(Model model) {
        model.addAttribute(
                "form",
                new RegistrationForm(
                        OrganizationKind.ENTERPRISE, "", "", "", null, null, "", "", "", "", "", "", "", false));
        return page(null, model);
    }

    @PostMapping("/register/form")
    String begin(
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String[] token = new String[1];
        if (Forms.accepted(errors, () -> token[0] = registrations.begin(form)))
            return "redirect:/register/" + token[0] + "/confirmation";
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(null, model);
    }

    @GetMapping("/register/{token}/confirmation")
    String code(@PathVariable String token, Model model) {
        var status = registrations.find(token).orElseThrow(NotFound::new);
        if (!"DRAFT".equals(status.state())) return "redirect:/register/" + token;
        model.addAttribute("token", token);
        model.addAttribute("status", status);
        return "accounts/confirmation";
    }

    @PostMapping("/register/{token}/confirmation")
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        try {
            if (registrations.confirm(token, code)) return "redirect:/register/" + token;
            model.addAttribute("refused", "accounts.code.wrong");
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return code(token, model);
    }

    @PostMapping("/register/{token}/codes")
    String again(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            registrations.sendAgain(token);
            return "redirect:/register/" + token + "/confirmation";
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return code(token, model);
        }
    }

    @GetMapping("/register/{token}")
    String status(@PathVariable String token, Model model) {
        model.addAttribute("status", registrations.find(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "accounts/registration";
    }

    @GetMapping("/register/{token}/edit")
    String edit(@PathVariable String token, Model model) {
        var status = registrations.find(token).orElseThrow(NotFound::new);
        if (!"RETURNED".equals(status.state())) return "redirect:/register/" + token;
        model.addAttribute("form", registrations.form(status.id()));
        return page(token, model);
    }

    @PostMapping("/register/{token}/edit")
    String resubmit(
            @PathVariable String token,
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (Forms.accepted(errors, () -> registrations.resubmit(token, form))) return "redirect:/register/" + token;
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(token, model);
    }

    private String page(@Nullable String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute(
                "kinds",
                choices.of(OrganizationKind.class).stream()
                        .filter(k ->
                                !k.value().startsWith("OFFICE") && !k.value().startsWith("DEPARTMENT"))
                        .toList());
        model.addAttribute("sizes", choices.of(OrganizationSize.class));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("nodes", catalogue.nodes());
        return "accounts/registration-form";
    }
}
