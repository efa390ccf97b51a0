package org.lianqiao.catalogue.editing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
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
@RequestMapping("/administration/chains")
@RequiredArgsConstructor
class ChainEditor {
    private final Chains chains;
    private final Choices choices;

    @GetMapping
    String list(Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("chains", chains.all());
        return "administration/chains";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", ChainForm.empty());
        return form(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") ChainForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = chains.create(form, administrator))) return saved(id[0], after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("id", id);
        model.addAttribute("chain", chains.find(id).orElseThrow(NotFound::new));
        model.addAttribute("nodes", chains.nodes(id));
        return "administration/chain";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", chains.find(id).orElseThrow(NotFound::new));
        return form(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ChainForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (Forms.saved(errors, response, () -> chains.edit(id, form, administrator), () -> {
            var saved = chains.find(id).orElseThrow(NotFound::new);
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
        })) return saved(id, after);
        return form(id, model);
    }

    @PostMapping("/{id}/moves")
    String move(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean up, Viewer administrator) {
        RegionEditor.require(administrator);
        chains.move(id, up, administrator);
        return "redirect:/administration/chains";
    }

    private static String saved(UUID id, RedirectAttributes after) {
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/chains/" + id;
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("origins", choices.of(ChainOrigin.class));
        return "administration/chain-form";
    }
}
