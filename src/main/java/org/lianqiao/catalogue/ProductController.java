package org.lianqiao.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
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

/** The system administrator keeps the catalogue of products: names, other names, what goes into what. */
@Controller
@RequestMapping("/administration/products")
@RequiredArgsConstructor
class ProductController {
    private final Products products;
    private final ProductQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;

    @ModelAttribute
    void open(Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String q, Paging paging, Model model) {
        model.addAttribute("page", queries.list(q, paging));
        model.addAttribute("q", q);
        model.addAttribute("catalogue", catalogue);
        return "catalogue/products";
    }

    /** The versions of the whole catalogue: products, chains, nodes. */
    @GetMapping("/changes")
    String history(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String entity,
            Paging paging,
            Model model) {
        model.addAttribute("page", queries.history(q, entity, paging));
        model.addAttribute("q", q);
        model.addAttribute("entity", entity);
        model.addAttribute("entities", ProductQueries.Entity.values());
        return "catalogue/changes";
    }

    @GetMapping("/new")
    String begin(Model model) {
        model.addAttribute("form", new ProductForm(null, null, null));
        model.addAttribute("nodes", catalogue.nodes());
        return "catalogue/product-new";
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response) {
        UUID[] id = new UUID[1];
        if (Forms.accepted(
                errors, () -> id[0] = products.add(Objects.requireNonNull(form.name()), form.nodeId(), administrator)))
            return "redirect:/administration/products/" + id[0];
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("nodes", catalogue.nodes());
        return "catalogue/product-new";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var product = products.find(id);
        model.addAttribute("form", new ProductForm(product.name(), product.nodeId(), product.version()));
        return page(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        if (Forms.saved(
                errors,
                response,
                () -> products.change(id, form, administrator),
                () -> errors.reject("catalogue.products.refused.meanwhile")))
            return done(id, after, "catalogue.products.flash.kept");
        return page(id, model);
    }

    @PostMapping("/{id}/names")
    String addAlias(@PathVariable UUID id, @RequestParam String alias, Viewer administrator, RedirectAttributes after) {
        return tried(id, after, () -> products.addAlias(id, alias, administrator));
    }

    @PostMapping("/{id}/names/removals")
    String removeAlias(
            @PathVariable UUID id, @RequestParam String alias, Viewer administrator, RedirectAttributes after) {
        return tried(id, after, () -> products.removeAlias(id, alias, administrator));
    }

    @PostMapping("/{id}/relations")
    String relate(
            @PathVariable UUID id,
            @RequestParam RelatedAs as,
            @RequestParam String other,
            Viewer administrator,
            RedirectAttributes after) {
        return tried(id, after, () -> products.addEdge(id, as, other, administrator));
    }

    @PostMapping("/{id}/relations/removals")
    String unrelate(
            @PathVariable UUID id,
            @RequestParam RelatedAs as,
            @RequestParam UUID other,
            Viewer administrator,
            RedirectAttributes after) {
        return tried(id, after, () -> products.removeEdge(id, as, other, administrator));
    }

    @PostMapping("/{id}/removals")
    String remove(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        products.remove(id, administrator);
        after.addFlashAttribute("flash", "catalogue.products.flash.removed");
        return "redirect:/administration/products";
    }

    /** UTF-8 with a byte order mark, by which spreadsheets know it. */
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"products.csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            ProductQueries.line(out, "product", "relation", "related_product");
            queries.export(out);
        }
    }

    private String page(UUID id, Model model) {
        model.addAttribute("product", products.find(id));
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("aliases", queries.aliases(id));
        model.addAttribute("related", queries.related(id));
        model.addAttribute("makers", queries.makers(id));
        model.addAttribute("changes", queries.changes(id));
        model.addAttribute("ends", choices.of(RelatedAs.class));
        return "catalogue/product";
    }

    private String tried(UUID id, RedirectAttributes after, Runnable change) {
        try {
            change.run();
            return done(id, after, "catalogue.products.flash.kept");
        } catch (Refused refused) {
            after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
            return "redirect:/administration/products/" + id;
        }
    }

    private static String done(UUID id, RedirectAttributes after, String flash) {
        after.addFlashAttribute("flash", flash);
        return "redirect:/administration/products/" + id;
    }
}
