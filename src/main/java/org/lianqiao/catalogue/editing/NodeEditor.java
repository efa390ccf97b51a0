package org.lianqiao.catalogue.editing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A node, what feeds it and what it feeds. */
@Controller
@RequiredArgsConstructor
class NodeEditor {
    private final Nodes nodes;
    private final Chains chains;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping("/administration/chains/{chain}/nodes/new")
    String begin(@PathVariable UUID chain, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", NodeForm.empty(nodes.freshCode(chain)));
        return form(chain, null, model);
    }

    @PostMapping("/administration/chains/{chain}/nodes")
    String create(
            @PathVariable UUID chain,
            @Valid @ModelAttribute("form") NodeForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (chains.find(chain).isEmpty()) throw new NotFound();
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = nodes.create(chain, form, administrator))) return saved(id[0], after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(chain, null, model);
    }

    @GetMapping("/administration/nodes/{id}")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        RegionEditor.require(administrator);
        model.addAttribute("form", nodes.find(id).orElseThrow(NotFound::new));
        return form(nodes.use(id).chainId(), id, model);
    }

    @PostMapping("/administration/nodes/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") NodeForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (Forms.saved(errors, response, () -> nodes.edit(id, form, administrator), () -> {
            var saved = nodes.find(id).orElseThrow(NotFound::new);
            model.addAttribute("differences", Difference.between(form, saved));
            model.addAttribute("newVersion", saved.version());
        })) return saved(id, after);
        return form(nodes.use(id).chainId(), id, model);
    }

    @PostMapping("/administration/nodes/{id}/moves")
    String move(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean up, Viewer administrator) {
        RegionEditor.require(administrator);
        nodes.move(id, up, administrator);
        return "redirect:/administration/chains/" + nodes.use(id).chainId();
    }

    /** @param upstream whether the other one feeds this one */
    @PostMapping("/administration/nodes/{id}/edges")
    String link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "false") boolean upstream,
            Viewer administrator,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        var node = Lenient.id(other);
        try {
            if (node == null) throw new Refused("administration.node.required.other");
            boolean circle = upstream ? nodes.link(node, id, administrator) : nodes.link(id, node, administrator);
            if (circle) after.addFlashAttribute("warning", "administration.node.circle");
            else after.addFlashAttribute("flash", "administration.saved");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/administration/nodes/" + id;
    }

    @PostMapping("/administration/nodes/{id}/edges/{other}/removals")
    String unlink(
            @PathVariable UUID id,
            @PathVariable UUID other,
            @RequestParam(defaultValue = "false") boolean upstream,
            Viewer administrator,
            RedirectAttributes after) {
        RegionEditor.require(administrator);
        if (upstream) nodes.unlink(other, id, administrator);
        else nodes.unlink(id, other, administrator);
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/nodes/" + id;
    }

    private static String saved(UUID id, RedirectAttributes after) {
        after.addFlashAttribute("flash", "administration.saved");
        return "redirect:/administration/nodes/" + id;
    }

    private String form(UUID chain, @Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("chainId", chain);
        model.addAttribute("chain", chains.find(chain).orElseThrow(NotFound::new));
        model.addAttribute("streams", choices.of(Stream.class));
        if (id != null) {
            model.addAttribute("use", nodes.use(id));
            model.addAttribute("upstream", nodes.upstream(id));
            model.addAttribute("downstream", nodes.downstream(id));
            model.addAttribute("nodes", catalogue.nodes());
        }
        return "administration/node";
    }
}
