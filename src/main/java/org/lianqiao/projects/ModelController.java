package org.lianqiao.projects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 布局模式, for the system administrator. */
@Controller
@RequestMapping("/administration/project-models")
@RequiredArgsConstructor
class ModelController {
    private final ProjectModels models;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping
    String list(Viewer administrator, Model model) {
        guard(administrator);
        model.addAttribute("models", models.all());
        return "projects/models";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        guard(administrator);
        model.addAttribute("form", new ModelForm("", "", List.of(), List.of(), true, null));
        return form(null, model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") ModelForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        guard(administrator);
        return saved(
                null,
                new ModelForm(form.name(), form.summary(), form.functions(), form.regions(), form.active(), null),
                errors,
                administrator,
                model,
                response,
                after);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Viewer administrator, Model model) {
        guard(administrator);
        model.addAttribute("form", ModelForm.of(models.find(id).orElseThrow(NotFound::new)));
        return form(id, model);
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ModelForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        guard(administrator);
        if (models.find(id).isEmpty()) throw new NotFound();
        var sent = form.version() == null
                ? new ModelForm(form.name(), form.summary(), form.functions(), form.regions(), form.active(), -1L)
                : form;
        return saved(id, sent, errors, administrator, model, response, after);
    }

    private String saved(
            @Nullable UUID id,
            ModelForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            if (Forms.accepted(
                    errors, () -> models.save(id == null ? ProjectModels.next() : id, form, administrator))) {
                after.addFlashAttribute("flash", "models.flash");
                return "redirect:/administration/project-models";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = ModelForm.of(models.find(id).orElseThrow(NotFound::new));
            model.addAttribute("theirs", Difference.between(form, now));
            model.addAttribute("theirVersion", now.version());
        }
        return form(id, model);
    }

    private static void guard(Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
    }

    private String form(@Nullable UUID id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("lines", ModelForm.LINES - 1);
        return "projects/model";
    }
}
