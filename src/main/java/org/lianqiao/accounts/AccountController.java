package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的账号. */
@Controller
@RequestMapping("/account")
@RequiredArgsConstructor
class AccountController {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Sessions sessions;
    private final SignedIn signedIn;

    record Named(
            @NotBlank(message = "{accounts.required.name}") @Size(max = 30, message = "{accounts.tooLong}")
            String name) {
        Named {
            name = RegistrationForms.text(name);
        }
    }

    record Reached(
            @NotBlank(message = "{accounts.required.reach}") @Size(max = 120, message = "{accounts.tooLong}")
            String reach) {
        Reached {
            reach = RegistrationForms.text(reach);
        }
    }

    record Changed(String old, String fresh) {
        Changed {
            old = RegistrationForms.text(old);
            fresh = RegistrationForms.text(fresh);
        }
    }

    @GetMapping
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute("page", accounts.page(viewer, session(request)));
        return "accounts/account";
    }

    @GetMapping("/name")
    String name(Viewer viewer, Model model) {
        model.addAttribute("form", new Named(viewer.name()));
        return "accounts/account-name";
    }

    @PostMapping("/name")
    String rename(
            @Valid @ModelAttribute("form") Named form,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!Forms.accepted(errors, () -> accounts.rename(form.name(), viewer)))
            return again("accounts/account-name", response);
        signedIn.renew(viewer, request, response);
        return done("accounts.account.renamed", after);
    }

    @GetMapping("/reach")
    String reach(Model model) {
        model.addAttribute("form", new Reached(""));
        return "accounts/account-reach";
    }

    @PostMapping("/reach")
    String send(
            @Valid @ModelAttribute("form") Reached form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response) {
        return Forms.accepted(errors, () -> accounts.reach(form.reach(), viewer))
                ? "redirect:/account/reach/confirmation"
                : again("accounts/account-reach", response);
    }

    @GetMapping("/reach/confirmation")
    String code() {
        return "accounts/account-code";
    }

    @PostMapping("/reach/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            if (accounts.confirm(code, viewer)) return done("accounts.account.reached", after);
            model.addAttribute("refused", "accounts.code.wrong");
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
        }
        return again("accounts/account-code", response);
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("form", new Changed("", ""));
        return "accounts/account-password";
    }

    @PostMapping("/password")
    String change(
            @ModelAttribute("form") Changed form,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        return Forms.accepted(errors, () -> change(form, session(request), viewer))
                ? done("accounts.account.password", after)
                : again("accounts/account-password", response);
    }

    private void change(Changed form, String session, Viewer viewer) {
        try {
            if (!accounts.password(form.old(), form.fresh(), session, viewer))
                throw Refused.at("old", "accounts.password.old.wrong");
        } catch (Refused refused) {
            throw "password".equals(refused.getField()) ? Refused.at("fresh", refused.getKey()) : refused;
        }
    }

    @PostMapping("/sessions/endings")
    String signOutElsewhere(Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        sessions.endOthers(viewer.account(), session(request));
        return done("accounts.account.sessions", after);
    }

    @PostMapping("/memberships/{id}/choices")
    String actFor(
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        accounts.actFor(id, session(request), viewer);
        signedIn.renew(viewer, request, response);
        return done("accounts.account.switched", after);
    }

    @PostMapping("/memberships/{id}/endings")
    String leave(@PathVariable UUID id, Viewer viewer, HttpServletRequest request, RedirectAttributes after) {
        try {
            boolean closed = memberships.leave(id, viewer);
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) session.invalidate();
            return "redirect:/sign-in?done=" + (closed ? "ended" : "left");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:/account";
        }
    }

    @GetMapping("/export")
    ResponseEntity<Map<String, Object>> export(Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                .body(accounts.export(viewer));
    }

    private static String session(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private static String again(String view, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return view;
    }

    private static String done(String key, RedirectAttributes after) {
        after.addFlashAttribute("flash", key);
        return "redirect:/account";
    }
}
