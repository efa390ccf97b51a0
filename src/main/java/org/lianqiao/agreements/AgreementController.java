package org.lianqiao.agreements;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** 协议: what the own organisation has signed, and for a coordinating office what its side has. */
@Controller
@RequestMapping("/agreements")
@RequiredArgsConstructor
class AgreementController {
    private final Agreements agreements;
    private final AgreementQueries queries;
    private final StoredFiles files;
    private final Choices choices;

    @GetMapping
    String list(AgreementFilter filter, Paging paging, Viewer viewer, Model model) {
        viewer.require(AgreementSight.mayEnter(viewer));
        model.addAttribute("filter", filter);
        model.addAttribute("page", queries.list(filter, viewer, paging));
        model.addAttribute("kinds", choices.of(AgreementKind.class));
        model.addAttribute("chips", chips(filter));
        model.addAttribute("mayRecord", Agreements.mayRecord(viewer));
        return "agreements/index";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("agreement", queries.page(id, viewer).orElseThrow(NotFound::new));
        model.addAttribute("headings", Heading.values());
        model.addAttribute("mayRecord", Agreements.mayRecord(viewer));
        return "agreements/show";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> paper(@PathVariable UUID id, Viewer viewer) {
        return files.download(
                queries.page(id, viewer).orElseThrow(NotFound::new).fileId());
    }

    @GetMapping("/new")
    String begin(@RequestParam(defaultValue = "") String event, Viewer viewer, Model model) {
        viewer.require(Agreements.mayRecord(viewer));
        model.addAttribute("form", AgreementForm.blank(Lenient.id(event)));
        return form(null, viewer, model);
    }

    @PostMapping
    String record(
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        viewer.require(Agreements.mayRecord(viewer));
        UUID[] id = new UUID[1];
        if (Forms.accepted(errors, () -> id[0] = agreements.record(form, viewer)))
            return saved(id[0], "agreements.flash.recorded", after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, viewer, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("form", own(id, viewer).form(viewer.organization()));
        return form(id, viewer, model);
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        own(id, viewer);
        if (Forms.saved(
                errors,
                response,
                () -> agreements.edit(id, form, viewer),
                () -> model.addAttribute("theirs", own(id, viewer)))) return saved(id, "agreements.flash.saved", after);
        return form(id, viewer, model);
    }

    private static String saved(UUID id, String flash, RedirectAttributes after) {
        after.addFlashAttribute("flash", flash);
        return "redirect:/agreements/" + id;
    }

    private AgreementPage own(UUID id, Viewer viewer) {
        var agreement = queries.page(id, viewer).orElseThrow(NotFound::new);
        viewer.require(agreement.party() && Agreements.mayRecord(viewer));
        return agreement;
    }

    private String form(@Nullable UUID id, Viewer viewer, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("kinds", choices.of(AgreementKind.class));
        model.addAttribute("others", queries.possibleParties(viewer));
        model.addAttribute("eventChoices", queries.possibleEvents(id));
        model.addAttribute("projectChoices", queries.possibleProjects(id, viewer));
        return "agreements/form";
    }

    private List<Chip> chips(AgreementFilter filter) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("agreements.words"), String.valueOf(filter.q())));
        var kind = filter.kindOf();
        if (kind != null) chips.add(new Chip("kind", choices.text("agreements.kind"), choices.label(kind)));
        if (filter.yearOf() != null)
            chips.add(new Chip("year", choices.text("agreements.year"), String.valueOf(filter.year())));
        var event = Lenient.id(filter.event());
        if (event != null)
            queries.possibleEvents(null).stream()
                    .filter(o -> o.value().equals(event.toString()))
                    .forEach(o -> chips.add(new Chip("event", choices.text("agreements.event"), o.label())));
        return chips;
    }
}
