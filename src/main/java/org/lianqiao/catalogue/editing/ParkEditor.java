package org.lianqiao.catalogue.editing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
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
@RequestMapping("/administration/parks")
@RequiredArgsConstructor
class ParkEditor {
    private final Parks parks;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String active,
            Paging paging,
            Viewer administrator,
            Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("page", parks.find(q, region, active, paging));
        model.addAttribute("q", q);
        model.addAttribute("region", region);
        model.addAttribute("active", active);
        model.addAttribute("regions", catalogue.regions());
        var chips = RegionEditor.chips(choices, q, active);
        var name = catalogue.regionName(region);
        if (!name.isEmpty()) chips.add(0, new Chip("region", choices.text("administration.park.regionCode"), name));
        model.addAttribute("chips", chips);
        return "administration/parks";
    }

    @GetMapping("/new")
    String begin(@RequestParam(defaultValue = "") String region, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", ParkForm.empty(catalogue.hasRegion(region) ? region : ""));
        return form(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") ParkForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (Forms.accepted(errors, () -> parks.create(form, administrator))) return saved(form, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", parks.find(id).orElseThrow(NotFound::new));
        return form(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ParkForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (Forms.saved(errors, response, () -> parks.edit(id, form, administrator), () -> {
            var saved = parks.find(id).orElseThrow(NotFound::new);
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
        })) return saved(form, after);
        return form(id, model);
    }

    private static String saved(ParkForm form, RedirectAttributes after) {
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/parks?region=" + form.regionCode();
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("regions", catalogue.regions());
        return "administration/park-form";
    }
}
