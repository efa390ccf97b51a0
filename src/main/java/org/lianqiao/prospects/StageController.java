package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of a prospect, step by step. */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class StageController {
    private final StageMoves moves;
    private final ProspectShow show;
    private final Answers answers;

    @PostMapping("/stage-changes")
    String move(
            @PathVariable UUID id,
            @Valid @ModelAttribute("move") StageForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::leads);
        return answers.of(id, "move", errors, () -> moves.move(id, form, officer), officer, model, response, after);
    }

    @PostMapping("/pauses")
    String pause(
            @PathVariable UUID id,
            @Valid @ModelAttribute("rest") RestForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::leads);
        return answers.of(id, "pause", errors, () -> moves.pause(id, form, officer), officer, model, response, after);
    }

    @PostMapping("/drops")
    String drop(
            @PathVariable UUID id,
            @Valid @ModelAttribute("rest") RestForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::leads);
        return answers.of(id, "drop", errors, () -> moves.drop(id, form, officer), officer, model, response, after);
    }

    @PostMapping("/reopenings")
    String reopen(
            @PathVariable UUID id,
            @Valid @ModelAttribute("rest") RestForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, lead, seat -> seat.leads() && lead.isLead());
        return answers.of(id, "reopen", errors, () -> moves.reopen(id, form, lead), lead, model, response, after);
    }

    @PostMapping("/resumptions")
    String resume(
            @PathVariable UUID id,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answers.of(id, "resume", Seat::leads, () -> moves.resume(id, officer), officer, model, response, after);
    }
}
