package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 本单位人员: who belongs to it, who is invited, who asks to join. Everybody of it reads, its managers act. */
@Controller
@RequestMapping("/organization")
@RequiredArgsConstructor
class PeopleController {
    private static final int LONGEST_REASON = 200;

    private final Colleagues colleagues;
    private final Invitations invitations;
    private final Joining joining;
    private final Memberships memberships;

    @GetMapping("/people")
    String people(Viewer viewer, Model model) {
        model.addAttribute("form", new InviteForm("", "", false));
        return page(viewer, model);
    }

    @PostMapping("/invitations")
    String invite(
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Viewer manager,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireManager(manager);
        if (Forms.accepted(errors, () -> invitations.invite(form, manager))) return done("accounts.invite.done", after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("inviting", true);
        return page(manager, model);
    }

    @PostMapping("/invitations/{id}/revocations")
    String revoke(@PathVariable UUID id, Viewer manager, RedirectAttributes after) {
        invitations.revoke(id, manager);
        return done("accounts.invite.revoked", after);
    }

    @PostMapping("/join-requests/{id}/grants")
    String grant(@PathVariable UUID id, Viewer manager, RedirectAttributes after) {
        return tried(() -> joining.grant(id, manager), "accounts.join.done", after);
    }

    @PostMapping("/join-requests/{id}/refusals")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer manager,
            RedirectAttributes after) {
        var words = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return tried(() -> joining.refuse(id, words, manager), "accounts.join.done.refused", after);
    }

    @PostMapping("/people/{membership}/roles")
    String appoint(
            @PathVariable UUID membership,
            @RequestParam(defaultValue = "false") boolean manager,
            Viewer viewer,
            RedirectAttributes after) {
        return tried(() -> memberships.appoint(membership, manager, viewer), "accounts.people.appointed", after);
    }

    @PostMapping("/people/{membership}/endings")
    String end(@PathVariable UUID membership, Viewer manager, RedirectAttributes after) {
        return tried(() -> memberships.end(membership, manager), "accounts.people.ended", after);
    }

    private String page(Viewer viewer, Model model) {
        viewer.require(viewer.isMember());
        boolean manages = viewer.has(Role.MANAGER);
        model.addAttribute("manages", manages);
        model.addAttribute("me", viewer.account());
        model.addAttribute("people", colleagues.of(viewer));
        model.addAttribute("invitations", manages ? invitations.open(viewer) : List.of());
        model.addAttribute("requests", manages ? joining.waiting(viewer) : List.of());
        return "accounts/people";
    }

    private static String tried(Runnable act, String done, RedirectAttributes after) {
        try {
            act.run();
            return done(done, after);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:/organization/people";
        }
    }

    private static String done(String key, RedirectAttributes after) {
        after.addFlashAttribute("flash", key);
        return "redirect:/organization/people";
    }

    private static void requireManager(Viewer viewer) {
        viewer.require(viewer.isMember() && viewer.has(Role.MANAGER));
    }
}
