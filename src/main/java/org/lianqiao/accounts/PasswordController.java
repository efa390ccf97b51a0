package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
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

/** 找回密码. The answer is the same whether or not there is such an account. */
@Controller
@RequestMapping("/password")
@RequiredArgsConstructor
class PasswordController {
    private final PasswordReset reset;

    record Forgotten(
            @NotBlank(message = "{accounts.required.login}") @Size(max = 120, message = "{accounts.tooLong}")
            String login) {
        Forgotten {
            login = RegistrationForms.text(login);
        }
    }

    record Fresh(
            @NotBlank(message = "{accounts.code.wrong}") @Size(max = 12, message = "{accounts.code.wrong}")
            String code,

            String password) {
        Fresh {
            code = RegistrationForms.text(code);
            password = RegistrationForms.text(password);
        }
    }

    @GetMapping("/forgot")
    String forgotten(Model model) {
        model.addAttribute("form", new Forgotten(""));
        return "accounts/password-forgot";
    }

    @PostMapping("/forgot")
    String ask(@Valid @ModelAttribute("form") Forgotten form, BindingResult errors, HttpServletResponse response) {
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = reset.ask(form.login()))) return "redirect:/password/reset/" + id[0];
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "accounts/password-forgot";
    }

    @GetMapping("/reset/{id}")
    String fresh(@PathVariable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", new Fresh("", ""));
        return "accounts/password-reset";
    }

    @PostMapping("/reset/{id}")
    String set(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Fresh form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (Forms.accepted(errors, () -> reset(id, form))) return "redirect:/sign-in?done=reset";
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("id", id);
        return "accounts/password-reset";
    }

    private void reset(UUID id, Fresh form) {
        if (!reset.reset(id, form.code(), form.password())) throw Refused.at("code", "accounts.code.wrong");
    }
}
