package org.lianqiao.intents;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one page on which an intent is written, by visitors, enterprises and associations. */
@Controller
@RequiredArgsConstructor
class IntentFormController {
    private static final int UNPROCESSABLE = 422;

    private final IntentSubmissions submissions;
    private final Intents intents;
    private final IntentTerms terms;
    private final IntentQueries queries;
    private final Targets targets;
    private final Directory directory;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping("/intents/new")
    String form(
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String member,
            Viewer sender,
            Model model) {
        sender.require(!sender.isSignedIn() || sender.isMember());
        var name = sender.isSignedIn() ? sender.name() : "";
        return show(
                new IntentForm(
                        Tokens.next(),
                        need,
                        project,
                        region,
                        member,
                        "",
                        "",
                        name,
                        submissions.phoneOf(sender),
                        null,
                        null,
                        "",
                        false,
                        false),
                sender,
                model);
    }

    /** A draft of the own organisation, to be finished. */
    @GetMapping("/intents/{id}/edit")
    String edit(@PathVariable UUID id, Viewer sender, Model model) {
        return show(submissions.reopen(id, sender), sender, model);
    }

    @PostMapping("/intents/new")
    String send(
            @Valid @ModelAttribute("form") @Nullable IntentForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean keep,
            Viewer sender,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        sender.require(!sender.isSignedIn() || sender.isMember());
        if (form == null) return again(need, project, region, sender, model, response);
        if (!keep)
            submissions.missing(form, sender).forEach(m -> {
                if (m.getField() == null || !errors.hasFieldErrors(m.getField())) Forms.refuse(errors, m);
            });
        var sent = new IntentSubmissions.@Nullable Sent[1];
        if (Forms.accepted(errors, () -> sent[0] = keep ? submissions.keep(form, sender) : submitOnce(form, sender)))
            return sent(form, sent[0], sender, after);
        return again(need, project, region, sender, model, response);
    }

    /** With what was typed, which the binding keeps even where it made no form of it. */
    private String again(
            String need, String project, String region, Viewer sender, Model model, HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
        return around(targets.of(need, project, region), sender, model);
    }

    /** Two clicks at once meet in the unique index; whoever comes second finds the first one's intent. */
    private IntentSubmissions.Sent submitOnce(IntentForm form, Viewer sender) {
        try {
            return submissions.submit(form, sender);
        } catch (DataIntegrityViolationException twice) {
            try {
                return submissions.submit(form, sender);
            } catch (DataIntegrityViolationException again) {
                throw new Refused("intents.refused.open");
            }
        }
    }

    private String sent(
            IntentForm form, IntentSubmissions.@Nullable Sent sent, Viewer sender, RedirectAttributes after) {
        if (sent == null) throw new NotFound();
        if (!sender.isSignedIn()) return "redirect:/intents/follow/" + form.token();
        if (sent.number() == null) {
            after.addFlashAttribute("flash", "intents.kept");
            return "redirect:/intents";
        }
        after.addFlashAttribute("flash", sent.office().isEmpty() ? "intents.sent.unassigned" : "intents.sent");
        after.addFlashAttribute("flashArgs", new Object[] {sent.office(), terms.answerDays(), sent.number()});
        return "redirect:/intents/" + sent.id();
    }

    @GetMapping("/intents/follow/{token}")
    String follow(@PathVariable String token, Viewer viewer, Model model) {
        return followed(token, model);
    }

    @PostMapping("/intents/follow/{token}/answers")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response) {
        return after(token, text, () -> intents.answer(token, IntakeController.cut(text)), model, response);
    }

    @PostMapping("/intents/follow/{token}/withdrawals")
    String withdraw(@PathVariable String token, Model model, HttpServletResponse response) {
        return after(token, "", () -> intents.withdraw(token), model, response);
    }

    private String after(String token, String text, Runnable verb, Model model, HttpServletResponse response) {
        try {
            verb.run();
            return "redirect:/intents/follow/" + token;
        } catch (Refused refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("refused", refused.getKey());
            model.addAttribute("text", text);
            return followed(token, model);
        }
    }

    private String followed(String token, Model model) {
        var intent = queries.follow(token).orElseThrow(NotFound::new);
        if (intent.state() == IntentState.DRAFT) {
            model.addAttribute("kept", true);
            return show(submissions.reopen(token), Viewer.VISITOR, model);
        }
        model.addAttribute("intent", intent);
        model.addAttribute("token", token);
        model.addAttribute("days", terms.answerDays());
        return "intents/follow";
    }

    private String show(IntentForm form, Viewer sender, Model model) {
        model.addAttribute("form", form);
        return around(targets.of(form.need(), form.project(), form.region()), sender, model);
    }

    private String around(Target about, Viewer sender, Model model) {
        model.addAttribute("about", about);
        model.addAttribute("visitor", !sender.isSignedIn());
        model.addAttribute(
                "members",
                IntentSubmissions.actsForMembers(sender) ? directory.membersOf(sender.organization()) : List.of());
        model.addAttribute("association", IntentSubmissions.actsForMembers(sender));
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("days", terms.answerDays());
        return "intents/form";
    }
}
