package org.lianqiao.administration.alliances;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
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

@Controller
@RequestMapping("/administration/alliances")
@RequiredArgsConstructor
class AllianceController {
    private final AlliancePages pages;
    private final Alliances alliances;
    private final Catalogue catalogue;

    @GetMapping
    String list(Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("alliances", pages.all());
        return "administration/alliances";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", new AllianceForm("", "", "", null, null));
        return form(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") AllianceForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = alliances.create(form, administrator))) return saved(id[0], after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("a", pages.find(id).orElseThrow(NotFound::new));
        model.addAttribute("regions", catalogue.regions());
        return "administration/alliance";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", pages.find(id).orElseThrow(NotFound::new).form());
        return form(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AllianceForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (Forms.saved(errors, response, () -> alliances.edit(id, form, administrator), () -> {
            var saved = pages.find(id).orElseThrow(NotFound::new).form();
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
        })) return saved(id, after);
        return form(id, model);
    }

    @GetMapping("/{id}/sides/new")
    String beginSide(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", new SideForm("", "", "", null));
        return side(id, null, model);
    }

    @PostMapping("/{id}/sides")
    String addSide(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SideForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (Forms.accepted(errors, () -> alliances.addSide(id, form, administrator))) return saved(id, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return side(id, null, model);
    }

    @GetMapping("/{id}/sides/{code}")
    String editSide(@PathVariable UUID id, @PathVariable String code, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", pages.side(id, code).orElseThrow(NotFound::new));
        return side(id, code, model);
    }

    @PostMapping("/{id}/sides/{code}")
    String changeSide(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SideForm form,
            BindingResult errors,
            @PathVariable String code,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (!code.equals(form.code())) throw new NotFound();
        if (Forms.accepted(errors, () -> alliances.editSide(id, form, administrator))) return saved(id, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return side(id, code, model);
    }

    @PostMapping("/{id}/sides/{code}/removals")
    String removeSide(
            @PathVariable UUID id, @PathVariable String code, Viewer administrator, RedirectAttributes after) {
        return done(id, administrator, after, () -> alliances.removeSide(id, code, administrator));
    }

    @PostMapping("/{id}/sides/{code}/regions")
    String place(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            Viewer administrator,
            RedirectAttributes after) {
        return done(id, administrator, after, () -> alliances.place(id, code, region, administrator));
    }

    @PostMapping("/{id}/regions/{region}/removals")
    String displace(
            @PathVariable UUID id, @PathVariable String region, Viewer administrator, RedirectAttributes after) {
        return done(id, administrator, after, () -> alliances.displace(id, region, administrator));
    }

    private static String done(UUID id, Viewer administrator, RedirectAttributes after, Runnable use) {
        require(administrator);
        try {
            use.run();
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            after.addFlashAttribute("refusedArgs", refused.getArgs());
            return "redirect:/administration/alliances/" + id;
        }
        return saved(id, after);
    }

    private static String saved(UUID id, RedirectAttributes after) {
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/alliances/" + id;
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("offices", pages.offices());
        return "administration/alliance-form";
    }

    private String side(UUID id, @Nullable String code, Model model) {
        model.addAttribute("a", pages.find(id).orElseThrow(NotFound::new));
        model.addAttribute("code", code);
        model.addAttribute("offices", pages.offices());
        return "administration/side-form";
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
