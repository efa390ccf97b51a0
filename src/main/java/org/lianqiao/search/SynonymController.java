package org.lianqiao.search;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
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

/** The system administrator's list of words that mean the same. */
@Controller
@RequestMapping("/administration/synonyms")
@RequiredArgsConstructor
class SynonymController {
    private final SynonymTable table;
    private final Choices choices;

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Paging paging, Viewer viewer, Model model) {
        require(viewer);
        model.addAttribute("q", q);
        model.addAttribute("page", table.page(q, paging));
        return "search/synonyms";
    }

    @GetMapping("/new")
    String begin(Viewer viewer, Model model) {
        require(viewer);
        model.addAttribute("form", SynonymForm.blank());
        return form(null, model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") SynonymForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(viewer);
        if (Forms.accepted(errors, () -> table.add(form, viewer))) return saved("search.synonym.saved", form, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        require(viewer);
        model.addAttribute("form", table.find(id).orElseThrow(NotFound::new));
        return form(id, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SynonymForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(viewer);
        if (Forms.saved(
                errors,
                response,
                () -> table.edit(id, form, viewer),
                () -> model.addAttribute("theirs", table.find(id).orElseThrow(NotFound::new))))
            return saved("search.synonym.saved", form, after);
        return form(id, model);
    }

    @PostMapping("/{id}/removals")
    String remove(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        require(viewer);
        var form = table.find(id).orElseThrow(NotFound::new);
        table.remove(id, viewer);
        return saved("search.synonym.removed", form, after);
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute(
                "ways",
                List.of(
                        new Option("true", choices.text("search.synonym.mutual.true")),
                        new Option("false", choices.text("search.synonym.mutual.false"))));
        return "search/synonym";
    }

    private static String saved(String key, SynonymForm form, RedirectAttributes after) {
        after.addFlashAttribute("flash", key);
        after.addFlashAttribute("flashArgs", new Object[] {form.word()});
        return "redirect:/administration/synonyms";
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
