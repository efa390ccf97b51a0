package org.lianqiao.agreements;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 承诺事项: what we owe, what we are owed, what is late; and each one's way until it is kept. */
@Controller
@RequiredArgsConstructor
class CommitmentController {
    private final Commitments commitments;
    private final CommitmentQueries queries;
    private final AgreementQueries agreements;
    private final Choices choices;

    @GetMapping("/commitments")
    String list(CommitmentFilter filter, Paging paging, Viewer viewer, Model model) {
        viewer.require(AgreementSight.mayEnter(viewer));
        model.addAttribute("filter", filter);
        model.addAttribute("view", filter.viewOf());
        model.addAttribute("counts", queries.counts(viewer));
        model.addAttribute("page", queries.list(filter, viewer, paging));
        model.addAttribute("headings", choices.of(Heading.class));
        model.addAttribute("chips", chips(filter));
        return "agreements/commitments";
    }

    @GetMapping("/agreements/{id}/commitments/new")
    String begin(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("form", new CommitmentForm(null, "", null, null));
        return form(id, viewer, model);
    }

    @PostMapping("/agreements/{id}/commitments")
    String enter(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") CommitmentForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = form(id, viewer, model);
        if (Forms.accepted(errors, () -> commitments.enter(id, form, viewer))) {
            after.addFlashAttribute("flash", "agreements.flash.entered");
            return "redirect:/agreements/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    @GetMapping("/commitments/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("form", new StepForm(null, "", null, null));
        return page(id, viewer, model);
    }

    @PostMapping("/commitments/{id}/steps")
    String step(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var page = page(id, viewer, model);
        if (Forms.accepted(errors, () -> commitments.step(id, form, viewer))) {
            after.addFlashAttribute("flash", "agreements.flash." + form.action());
            return "redirect:/commitments/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    @GetMapping("/commitments/{id}/files/{file}")
    ResponseEntity<Resource> paper(@PathVariable UUID id, @PathVariable UUID file, Viewer viewer) {
        return commitments.paper(id, file, viewer);
    }

    private String page(UUID id, Viewer viewer, Model model) {
        model.addAttribute("commitment", queries.page(id, viewer).orElseThrow(NotFound::new));
        return "agreements/commitment";
    }

    private String form(UUID id, Viewer viewer, Model model) {
        var agreement = agreements.page(id, viewer).orElseThrow(NotFound::new);
        viewer.require(agreement.party());
        model.addAttribute("agreement", agreement);
        model.addAttribute("headings", choices.of(Heading.class));
        model.addAttribute("debtors", queries.debtors(id, viewer));
        return "agreements/commitment-form";
    }

    private List<Chip> chips(CommitmentFilter filter) {
        var chips = new ArrayList<Chip>();
        var heading = filter.headingOf();
        if (heading != null) chips.add(new Chip("heading", choices.text("agreements.heading"), choices.label(heading)));
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("agreements.commitment.words"), String.valueOf(filter.q())));
        return chips;
    }
}
