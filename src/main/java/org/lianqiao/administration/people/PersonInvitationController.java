package org.lianqiao.administration.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person gets an account: by invitation, never by a password that somebody else knows. */
@Controller
@RequestMapping("/administration/invitations")
@RequiredArgsConstructor
class PersonInvitationController {
    private final PersonInvitations invitations;
    private final Choices choices;

    @GetMapping
    String list(Viewer administrator, Model model) {
        PersonAccountController.require(administrator);
        model.addAttribute("invitations", invitations.open());
        return "administration/invitations";
    }

    @GetMapping("/new")
    String begin(@RequestParam(required = false) @Nullable String organization, Viewer administrator, Model model) {
        PersonAccountController.require(administrator);
        var form = new InvitationForm(Lenient.id(organization), "", "", Set.of());
        model.addAttribute("form", form);
        return form(form, model);
    }

    @PostMapping
    String send(
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        PersonAccountController.require(administrator);
        String[] link = new String[1];
        if (Forms.accepted(errors, () -> link[0] = invitations.send(form, administrator))) {
            after.addFlashAttribute("link", link[0]);
            after.addFlashAttribute("invited", form.name());
            return "redirect:/administration/invitations";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(form, model);
    }

    @PostMapping("/{id}/revocations")
    String revoke(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        PersonAccountController.require(administrator);
        invitations.revoke(id, administrator);
        after.addFlashAttribute("flash", "administration.invitation.revoked");
        return "redirect:/administration/invitations";
    }

    private String form(InvitationForm form, Model model) {
        var place = invitations.place(form.organization());
        model.addAttribute("place", place.orElse(null));
        model.addAttribute("places", invitations.places());
        model.addAttribute(
                "roles", roles(place.map(PersonInvitations.Place::allowed).orElse(Arrays.asList(Role.values()))));
        return "administration/invitation-form";
    }

    private List<Option> roles(List<Role> roles) {
        return roles.stream().map(r -> new Option(r.name(), choices.label(r))).toList();
    }
}
