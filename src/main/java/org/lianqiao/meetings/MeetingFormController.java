package org.lianqiao.meetings;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.prospects.Ledger;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
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

/** Logs a meeting in under a minute: from a prospect, a need, a project, an event, or the desk. */
@Controller
@RequestMapping("/meetings")
@RequiredArgsConstructor
class MeetingFormController {
    private static final int LONGEST_MATTER = 80;

    private final Meetings meetings;
    private final MeetingQueries queries;
    private final Subjects subjects;
    private final Ledger ledger;
    private final People people;
    private final Choices choices;
    private final Clock clock;

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String prospect,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String event,
            Viewer officer,
            Model model) {
        officer.require(officer.isOfficer());
        var met = ledger.findBrief(officer, Lenient.id(prospect)).orElse(null);
        if (!prospect.isEmpty() && met == null) throw new NotFound();
        var wanted = subjects.need(Lenient.id(need)).orElse(null);
        var library = subjects.project(Lenient.id(project), officer).orElse(null);
        var fair = subjects.event(Lenient.id(event)).orElse(null);
        var about = wanted == null ? library : wanted;
        model.addAttribute(
                "form",
                new MeetingForm(
                        Tokens.next(),
                        met == null ? null : met.id(),
                        met != null || about == null ? "" : about.enterprise(),
                        LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES),
                        false,
                        "",
                        officer.name(),
                        "",
                        List.of(),
                        wanted == null ? null : wanted.id(),
                        library == null ? null : library.id(),
                        fair == null ? null : fair.id(),
                        Outcome.CONTINUE,
                        "",
                        false,
                        "",
                        officer.account(),
                        null,
                        officer.allianceId() != null,
                        about == null ? "" : cut(about.title()),
                        null));
        return form(null, met == null ? null : met.id(), officer, model);
    }

    @PostMapping
    String log(
            @Valid @ModelAttribute("form") @Nullable MeetingForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        UUID[] id = new UUID[1];
        if (form != null && Forms.accepted(errors, () -> id[0] = meetings.log(form, officer))) {
            after.addFlashAttribute(
                    "flash",
                    form.prospect() != null || form.isLead() ? "meetings.flash.ledger" : "meetings.flash.logged");
            return "redirect:/meetings/" + id[0];
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, form == null ? null : form.prospect(), officer, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Viewer officer, Model model) {
        var meeting = own(id, officer);
        model.addAttribute("form", meeting.form());
        return form(meeting, null, officer, model);
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MeetingForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var meeting = own(id, officer);
        if (Forms.saved(
                errors,
                response,
                () -> meetings.edit(id, form, officer),
                () -> model.addAttribute("theirs", own(id, officer)))) {
            after.addFlashAttribute("flash", "meetings.flash.saved");
            return "redirect:/meetings/" + id;
        }
        return form(meeting, null, officer, model);
    }

    private MeetingPage own(UUID id, Viewer officer) {
        var meeting = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(meeting.isMayEdit());
        return meeting;
    }

    private String form(@Nullable MeetingPage meeting, @Nullable UUID prospect, Viewer officer, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("outcomes", choices.of(Outcome.class));
        model.addAttribute("others", subjects.others(officer));
        model.addAttribute("officers", people.officersOf(officer.organization()));
        model.addAttribute("mayLead", officer.allianceId() != null);
        if (meeting == null) {
            model.addAttribute("prospects", prospects(prospect, officer));
            model.addAttribute("needs", subjects.needs());
            model.addAttribute("projects", subjects.projects(officer));
            model.addAttribute("events", subjects.events());
        }
        return "meetings/form";
    }

    /** The open ones of the own office; the one that the form came from also where it is no longer among them. */
    private List<Option> prospects(@Nullable UUID chosen, Viewer officer) {
        var open = new ArrayList<>(ledger.open(officer));
        ledger.findBrief(officer, chosen)
                .filter(p -> open.stream().noneMatch(o -> o.value().equals(p.id().toString())))
                .ifPresent(p -> open.add(0, new Option(p.id().toString(), p.organization() + " · " + p.matter())));
        return open;
    }

    private static String cut(String text) {
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(LONGEST_MATTER, text.codePointCount(0, text.length()))));
    }
}
