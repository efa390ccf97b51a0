package org.lianqiao.catalogue.editing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
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

@Controller
@RequestMapping("/administration/regions")
@RequiredArgsConstructor
class RegionEditor {
    private final Regions regions;
    private final Choices choices;

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String active,
            Paging paging,
            Viewer administrator,
            Model model) {
        require(administrator);
        model.addAttribute("page", regions.find(q, active, paging));
        model.addAttribute("q", q);
        model.addAttribute("active", active);
        model.addAttribute("chips", chips(choices, q, active));
        return "administration/regions";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", RegionForm.empty());
        return form(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") RegionForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (Forms.accepted(errors, () -> regions.create(form, administrator))) return saved(after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("form", regions.find(code).orElseThrow(NotFound::new));
        return form(code, model);
    }

    @PostMapping("/{code}")
    String change(
            @Valid @ModelAttribute("form") RegionForm form,
            BindingResult errors,
            @PathVariable String code,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (!code.equals(form.code())) throw new NotFound();
        if (Forms.saved(errors, response, () -> regions.edit(form, administrator), () -> {
            var saved = regions.find(code).orElseThrow(NotFound::new);
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
        })) return saved(after);
        return form(code, model);
    }

    private static String saved(RedirectAttributes after) {
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/regions";
    }

    private String form(@Nullable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("functions", choices.of(SiteFunction.class));
        return "administration/region-form";
    }

    static List<Chip> chips(Choices choices, @Nullable String q, @Nullable String active) {
        var chips = new ArrayList<Chip>();
        if ("true".equals(active) || "false".equals(active))
            chips.add(new Chip(
                    "active",
                    choices.text("administration.state"),
                    choices.text("true".equals(active) ? "administration.active" : "administration.inactive")));
        if (Lenient.pattern(q) != null)
            chips.add(new Chip("q", choices.text("administration.words"), String.valueOf(q)));
        return chips;
    }

    static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
