package org.lianqiao.events.guests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Refused;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a guest registers, and the one on which an association brings several. */
@Controller
@RequiredArgsConstructor
class RegistrationController {
    private final Registrations registrations;
    private final Questions questions;
    private final EventFinder finder;
    private final GuestLinks links;
    private final Catalogue catalogue;
    private final Clock clock;

    @GetMapping("/events/{id}/register")
    String form(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("form", registrations.prefilled(viewer));
        model.addAttribute("answers", java.util.Map.of());
        return page(id, viewer, model);
    }

    @PostMapping("/events/{id}/register")
    String register(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") @Nullable RegistrationForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var answers = Questions.typed(request);
        var guest = new Guest[1];
        boolean done = Forms.accepted(errors, () -> {
            if (form == null) throw new Refused("typeMismatch");
            guest[0] = registrations.register(id, form, answers, viewer);
        });
        if (done) return "redirect:" + links.path(GuestLinks.Purpose.OWN, guest[0], finder.linked(id));
        var phone = errors.getFieldError("phone");
        if (form != null && phone != null && Registrations.TWICE.equals(phone.getCode()))
            registrations.sendAgain(id, form.phone());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("answers", answers);
        return page(id, viewer, model);
    }

    private String page(UUID id, Viewer viewer, Model model) {
        var event = finder.find(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("event", event);
        model.addAttribute("open", event.takesRegistrations(LocalDateTime.now(clock)));
        model.addAttribute("own", Registrations.speaksForOrganization(viewer) ? viewer.organizationName() : null);
        model.addAttribute("questions", questions.of(id));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("chains", catalogue.chains());
        registrations
                .own(id, viewer)
                .ifPresent(g -> model.addAttribute("mine", links.path(GuestLinks.Purpose.OWN, g, event)));
        return "events/register";
    }

    @GetMapping("/events/{id}/register/group")
    String group(@PathVariable UUID id, Viewer association, Model model) {
        model.addAttribute("form", new GroupForm("", null));
        return groupPage(id, association, model);
    }

    @PostMapping("/events/{id}/register/group")
    String bring(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Viewer association,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        requireAssociation(association);
        var brought = new int[1];
        boolean done = Forms.accepted(errors, () -> {
            var lines = GuestLine.read(form.lines());
            if (!Boolean.TRUE.equals(form.agreed())) throw Refused.at("agreed", "events.group.agreed.required");
            brought[0] = registrations.bring(id, lines, association);
        });
        if (done) {
            after.addFlashAttribute("flash", "events.group.done");
            after.addFlashAttribute("flashArgs", new Object[] {brought[0]});
            return "redirect:/events/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return groupPage(id, association, model);
    }

    private String groupPage(UUID id, Viewer association, Model model) {
        requireAssociation(association);
        var event = finder.find(id, association).orElseThrow(NotFound::new);
        model.addAttribute("event", event);
        model.addAttribute("open", event.takesRegistrations(LocalDateTime.now(clock)));
        return "events/group";
    }

    private static void requireAssociation(Viewer viewer) {
        viewer.require(viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION);
    }
}
