package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
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

/** What officers do on the page of a prospect; a refusal shows the page again with what was typed. */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class ProspectController {
    private final Prospects prospects;
    private final ProspectShow show;

    @PostMapping("/follow-ups")
    String follow(
            @PathVariable UUID id,
            @Valid @ModelAttribute("follow") FollowUpForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::works);
        return answer(id, "follow", errors, () -> prospects.follow(id, form, officer), officer, model, response, after);
    }

    @PostMapping("/follow-ups/{step}/completions")
    String complete(@PathVariable UUID id, @PathVariable UUID step, Viewer officer, RedirectAttributes after) {
        prospects.complete(id, step, officer);
        return done(id, "complete", after);
    }

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
        return answer(id, "move", errors, () -> prospects.move(id, form, officer), officer, model, response, after);
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> paper(@PathVariable UUID id, @PathVariable UUID file, Viewer viewer) {
        return prospects.paper(id, file, viewer);
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
        return answer(id, "pause", errors, () -> prospects.pause(id, form, officer), officer, model, response, after);
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
        return answer(id, "drop", errors, () -> prospects.drop(id, form, officer), officer, model, response, after);
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
        return answer(id, "reopen", errors, () -> prospects.reopen(id, form, lead), lead, model, response, after);
    }

    @PostMapping("/resumptions")
    String resume(
            @PathVariable UUID id,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(id, "resume", Seat::leads, () -> prospects.resume(id, officer), officer, model, response, after);
    }

    @PostMapping("/assignments")
    String assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String owner,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                id,
                "assign",
                Seat::seesAll,
                () -> prospects.assign(id, Lenient.id(owner), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/sharing")
    String share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sharing,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                id,
                "share",
                Seat::leads,
                () -> prospects.share(id, chosen(Sharing.class, sharing), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/attention")
    String attend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String attention,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                id,
                "attend",
                Seat::leads,
                () -> prospects.attend(id, chosen(Attention.class, attention), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/partners")
    String addPartner(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String function,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answer(
                id,
                "partner",
                Seat::leads,
                () -> prospects.addPartner(
                        id, Lenient.id(office), Lenient.value(SiteFunction.class, function), officer),
                officer,
                model,
                response,
                after);
    }

    /** A partner that leaves may not see the record any more. */
    @PostMapping("/partners/{office}/departures")
    String leave(@PathVariable UUID id, @PathVariable UUID office, Viewer officer, RedirectAttributes after) {
        prospects.leave(id, office, officer);
        after.addFlashAttribute("flash", "prospects.done.leave");
        return office.equals(officer.organizationId()) ? "redirect:/ledger" : "redirect:/ledger/" + id;
    }

    @PostMapping("/join-requests")
    String askToJoin(@PathVariable UUID id, Viewer officer, RedirectAttributes after) {
        prospects.askToJoin(id, officer);
        return done(id, "ask", after);
    }

    @PostMapping("/projects")
    String toProject(
            @PathVariable UUID id,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var project = new UUID[1];
        var view = answer(
                id,
                "project",
                Seat::leads,
                () -> project[0] = prospects.toProject(id, officer),
                officer,
                model,
                response,
                after);
        return project[0] == null ? view : "redirect:/projects/" + project[0];
    }

    @PostMapping("/contacts")
    String keepContact(
            @PathVariable UUID id,
            @Valid @ModelAttribute("contact") ContactForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::works);
        return answer(
                id, "contact", errors, () -> prospects.keepContact(id, form, officer), officer, model, response, after);
    }

    /** Shows the contact once, in the answer itself; who looked is recorded. */
    @PostMapping("/contacts/{contact}/reveals")
    String reveal(@PathVariable UUID id, @PathVariable UUID contact, Viewer officer, Model model) {
        show.reveal(id, prospects.reveal(id, contact, officer), officer, model);
        return show.page(id, officer, model);
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String typed) {
        var value = Lenient.value(type, typed);
        if (value == null) throw new Refused("prospects.required.choice");
        return value;
    }

    private String answer(
            UUID id,
            String verb,
            BindingResult errors,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (Forms.accepted(errors, use)) return done(id, verb, after);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("verb", verb);
        return show.page(id, officer, model);
    }

    private String answer(
            UUID id,
            String verb,
            Predicate<Seat> allowed,
            Runnable use,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, allowed);
        try {
            use.run();
            return done(id, verb, after);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("verb", verb);
            model.addAttribute("refused", refused.getKey());
            return show.page(id, officer, model);
        }
    }

    private static String done(UUID id, String verb, RedirectAttributes after) {
        after.addFlashAttribute("flash", "prospects.done." + verb);
        return "redirect:/ledger/" + id;
    }
}
