package org.lianqiao.administration.organizations;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Difference;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
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

/** Administrators look at every organisation; the system administrator sets up, edits and suspends. */
@Controller
@RequestMapping("/administration/organizations")
@RequiredArgsConstructor
class OrganizationAdministrationController {
    private static final int LONGEST_REASON = 200;

    private final OrganizationPages pages;
    private final OrganizationChanges changes;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping
    String list(OrganizationFilter filter, Paging paging, Viewer administrator, Model model) {
        requireReader(administrator);
        model.addAttribute("filter", filter);
        model.addAttribute("page", pages.find(filter, paging));
        model.addAttribute("kinds", choices.of(OrganizationKind.class));
        model.addAttribute("statuses", choices.of(OrganizationStatus.class));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("chips", chips(filter));
        model.addAttribute("mayEdit", mayEdit(administrator));
        return "administration/organizations";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        requireEditor(administrator);
        model.addAttribute("form", OrganizationForm.empty());
        return form(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") OrganizationForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireEditor(administrator);
        UUID[] id = new UUID[1];
        if (!Forms.accepted(errors, () -> id[0] = changes.create(form, administrator))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(null, model);
        }
        after.addFlashAttribute("flash", "administration.organization.created");
        after.addFlashAttribute("flashArgs", new Object[] {form.name()});
        return "redirect:/administration/organizations/" + id[0];
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer administrator, Model model) {
        requireReader(administrator);
        model.addAttribute("o", pages.find(id).orElseThrow(NotFound::new));
        model.addAttribute("mayEdit", mayEdit(administrator));
        model.addAttribute("mayInvite", administrator.has(Role.SECURITY_ADMIN));
        return "administration/organization";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        requireEditor(administrator);
        model.addAttribute("form", pages.find(id).orElseThrow(NotFound::new).form());
        return form(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OrganizationForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireEditor(administrator);
        try {
            if (!Forms.accepted(errors, () -> changes.edit(id, form, administrator))) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return form(id, model);
            }
        } catch (EditedMeanwhile e) {
            var saved = pages.find(id).orElseThrow(NotFound::new).form();
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(id, model);
        }
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/organizations/" + id;
    }

    @PostMapping("/{id}/suspensions")
    String suspend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer administrator,
            RedirectAttributes after) {
        var why = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return done(id, after, "administration.organization.suspended", () -> changes.suspend(id, why, administrator));
    }

    @PostMapping("/{id}/reactivations")
    String reactivate(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        return done(id, after, "administration.organization.reactivated", () -> changes.reactivate(id, administrator));
    }

    private static String done(UUID id, RedirectAttributes after, String flash, Runnable use) {
        try {
            use.run();
            after.addFlashAttribute("flash", flash);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/administration/organizations/" + id;
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute(
                "kinds",
                id == null ? choices.of(OrganizationKind.class).subList(0, 2) : choices.of(OrganizationKind.class));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("offices", pages.offices());
        return "administration/organization-form";
    }

    private List<Chip> chips(OrganizationFilter filter) {
        var chips = new ArrayList<Chip>();
        var kind = filter.kindOf();
        if (kind != null)
            chips.add(new Chip("kind", choices.text("administration.organization.kind"), choices.label(kind)));
        var status = filter.statusOf();
        if (status != null) chips.add(new Chip("status", choices.text("administration.state"), choices.label(status)));
        if (filter.regionOf() != null)
            chips.add(new Chip(
                    "region",
                    choices.text("administration.organization.regionCode"),
                    catalogue.regionName(filter.regionOf())));
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("administration.words"), String.valueOf(filter.q())));
        return chips;
    }

    private static boolean mayEdit(Viewer viewer) {
        return viewer.has(Role.SYSTEM_ADMIN);
    }

    private static void requireEditor(Viewer viewer) {
        viewer.require(mayEdit(viewer));
    }

    private static void requireReader(Viewer viewer) {
        viewer.require(mayEdit(viewer) || viewer.has(Role.SECURITY_ADMIN) || viewer.has(Role.REVIEW_ADMIN));
    }
}
