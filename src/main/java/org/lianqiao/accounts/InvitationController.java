package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
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

/** The page to which the link of an invitation leads. */
@Controller
@RequestMapping("/invitations/{token}")
@RequiredArgsConstructor
class InvitationController {
    private final Invitations invitations;

    @GetMapping
    String show(@PathVariable String token, Model model) {
        var invitation = invitations.find(token).orElseThrow(NotFound::new);
        model.addAttribute("form", new AcceptForm(invitation.name(), "", false));
        return page(token, model);
    }

    @PostMapping
    String accept(
            @PathVariable String token,
            @Valid @ModelAttribute("form") AcceptForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (Forms.accepted(errors, () -> invitations.accept(token, form))) return "redirect:/sign-in?done=joined";
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(token, model);
    }

    private String page(String token, Model model) {
        model.addAttribute("invitation", invitations.find(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "accounts/invitation";
    }
}
