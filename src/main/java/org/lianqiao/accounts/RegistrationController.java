package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Settings;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pages of a registration, for who has no account: nothing stands in a session, the token in the address leads
 * back.
 */
@Controller
@RequiredArgsConstructor
class RegistrationController {
    private final Registrations registrations;
    private final RegistrationPages pages;
    private final Settings settings;
    private final ReviewTime reviewTime;

    @GetMapping("/register")
    String start(Model model) {
        model.addAttribute("days", reviewTime.days());
        return "accounts/register";
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        model.addAttribute("version", settings.text("privacy.version", "2026-01"));
        return "accounts/privacy";
    }

    @GetMapping("/register/new")
    String first(Model model) {
        model.addAttribute("form", new RegistrationForms.Identity(OrganizationKind.ENTERPRISE, "", "", ""));
        return pages.step(RegistrationStep.ORGANIZATION, null, model);
    }

    @PostMapping("/register/new")
    String begin(
            @Valid @ModelAttribute("form") RegistrationForms.Identity form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (registrations.isRegistered(form.uscc())) return pages.join(form.uscc());
        Forms.check(errors, form::code);
        String[] token = new String[1];
        if (Forms.accepted(errors, () -> token[0] = registrations.begin(form))) return next(token[0]);
        return again(RegistrationStep.ORGANIZATION, null, model, response);
    }

    @GetMapping("/register/{token}/organization")
    String organization(@PathVariable String token, Model model) {
        var r = found(token);
        model.addAttribute(
                "form",
                new RegistrationForms.Identity(r.kind(), r.name(), r.uscc(), RegistrationForms.text(r.regionCode())));
        return page(RegistrationStep.ORGANIZATION, r, token, model);
    }

    @PostMapping("/register/{token}/organization")
    String identify(
            @PathVariable String token,
            @Valid @ModelAttribute("form") RegistrationForms.Identity form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        found(token);
        if (registrations.isRegistered(form.uscc())) return pages.join(form.uscc());
        Forms.check(errors, form::code);
        if (Forms.accepted(errors, () -> registrations.identify(token, form))) return next(token);
        return again(RegistrationStep.ORGANIZATION, token, model, response);
    }

    @GetMapping("/register/{token}/industry")
    String industry(@PathVariable String token, Model model) {
        var r = found(token);
        model.addAttribute("form", new RegistrationForms.Industry(r.nodeIds(), r.products(), r.size(), r.profile()));
        return page(RegistrationStep.INDUSTRY, r, token, model);
    }

    @PostMapping("/register/{token}/industry")
    String place(
            @PathVariable String token,
            @Valid @ModelAttribute("form") RegistrationForms.Industry form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        found(token);
        if (Forms.accepted(errors, () -> registrations.place(token, form))) return next(token);
        return again(RegistrationStep.INDUSTRY, token, model, response);
    }

    @GetMapping("/register/{token}/licence")
    String licence(@PathVariable String token, Model model) {
        var r = found(token);
        model.addAttribute("form", new RegistrationForms.Licence(null));
        return page(RegistrationStep.LICENCE, r, token, model);
    }

    @PostMapping("/register/{token}/licence")
    String upload(
            @PathVariable String token,
            @ModelAttribute("form") RegistrationForms.Licence form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        found(token);
        if (Forms.accepted(errors, () -> registrations.licence(token, form))) return next(token);
        return again(RegistrationStep.LICENCE, token, model, response);
    }

    @GetMapping("/register/{token}/contact")
    String contact(@PathVariable String token, Model model) {
        var r = found(token);
        model.addAttribute(
                "form",
                new RegistrationForms.Contact(
                        r.contactName(),
                        r.contactTitle(),
                        r.contactPhone(),
                        r.contactEmail(),
                        "",
                        r.consentId() != null));
        return page(RegistrationStep.CONTACT, r, token, model);
    }

    @PostMapping("/register/{token}/contact")
    String speak(
            @PathVariable String token,
            @Valid @ModelAttribute("form") RegistrationForms.Contact form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var r = found(token);
        Forms.check(
                errors,
                form::requireReach,
                form::phone,
                form::mail,
                () -> registrations.checkPassword(r, form),
                () -> registrations.checkConsent(r, form));
        if (Forms.accepted(errors, () -> registrations.contact(token, form))) return next(token);
        return again(RegistrationStep.CONTACT, token, model, response);
    }

    private String page(RegistrationStep step, Registration registration, String token, Model model) {
        return registration.isOpen() ? pages.step(step, token, model) : "redirect:/register/" + token;
    }

    private String again(RegistrationStep step, @Nullable String token, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return pages.step(step, token, model);
    }

    /** The first page that is still empty, else the answers to check. */
    private String next(String token) {
        var page = found(token).missing().map(RegistrationStep::path).orElse("answers");
        return "redirect:/register/" + token + "/" + page;
    }

    private Registration found(String token) {
        return registrations.find(token).orElseThrow(NotFound::new);
    }
}
