package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.needs.Needs;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Directory;
import org.lianqiao.organizations.MaskedContact;
import org.lianqiao.projects.Library;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.lianqiao.web.Step;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one prospect, also after a verb that was refused: then with what was typed. */
@Component
@RequiredArgsConstructor
class ProspectShow {
    private static final int NEXT_DAYS = 7;

    private final ProspectPages pages;
    private final ProspectTexts texts;
    private final Assignees assignees;
    private final Contacts contacts;
    private final Directory directory;
    private final Needs needs;
    private final Library library;
    private final Choices choices;
    private final List<PagePart> parts;
    private final HttpServletRequest request;
    private final Clock clock;

    /** Lets pass who may; nothing is found where the viewer has no seat. */
    void require(UUID id, Viewer viewer, Predicate<Seat> allowed) {
        viewer.require(allowed.test(pages.seat(id, viewer).orElseThrow(NotFound::new)));
    }

    String page(UUID id, Viewer viewer, Model model) {
        var page = pages.find(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("place", LedgerModel.place(request));
        model.addAttribute("p", page);
        model.addAttribute("w", page.whole());
        model.addAttribute("steps", steps(page));
        model.addAttribute("today", LocalDate.now(clock));
        for (var part : parts) part.addTo(model, id, page.seat(), viewer);
        if (page.whole() == null) return "prospects/reduced";
        whole(page, page.whole(), viewer, model);
        return "prospects/show";
    }

    private void whole(ProspectPage page, ProspectPage.Whole whole, Viewer viewer, Model model) {
        var today = LocalDate.now(clock);
        if (!model.containsAttribute("contacts"))
            model.addAttribute("contacts", contacts.of(whole.organizationId(), viewer));
        model.addAttribute("texts", texts.of(page.id()));
        var mayAssign =
                Assignments.mayAssign(page.seat(), whole.ownerId(), viewer) && page.status() != ProspectStatus.DROPPED;
        model.addAttribute("mayAssign", mayAssign);
        model.addAttribute("mayReopen", page.mayReopen() && viewer.isLead());
        model.addAttribute("myOffice", viewer.organizationId());
        model.addAttribute("assignees", mayAssign ? assignees.of(page.holderId(), viewer) : List.of());
        model.addAttribute("stepOwners", page.works() ? assignees.ofStep(page.id()) : List.of());
        model.addAttribute("offices", page.leads() ? others(page, whole, viewer) : List.of());
        model.addAttribute(
                "needOpen",
                whole.needId() != null && needs.published(whole.needId()).isPresent());
        model.addAttribute(
                "projectOpen",
                whole.projectId() != null
                        && library.findBrief(viewer, whole.projectId()).isPresent());
        model.addAttribute("channels", choices.of(Channel.class));
        model.addAttribute("reasons", choices.of(DropReason.class));
        model.addAttribute("landings", choices.of(Landing.class));
        model.addAttribute("sharings", choices.of(Sharing.class));
        model.addAttribute("attentions", choices.of(Attention.class));
        model.addAttribute("functions", choices.of(SiteFunction.class));
        put(
                model,
                "follow",
                new FollowUpForm(Channel.CALL, "", today, "", viewer.accountId(), today.plusDays(NEXT_DAYS), null));
        put(model, "move", new StageForm(page.stage().next(), today, Landing.REGISTRATION, "", "", null));
        put(model, "rest", new RestForm(today.plusMonths(1), null, ""));
        put(model, "contact", new ContactForm("", "", "", null));
    }

    /** A contact shown whole among the others, which stay masked. */
    void reveal(UUID id, MaskedContact revealed, Viewer viewer, Model model) {
        var whole = pages.find(id, viewer).orElseThrow(NotFound::new).whole();
        if (whole == null) throw new NotFound();
        model.addAttribute(
                "contacts",
                contacts.of(whole.organizationId(), viewer).stream()
                        .map(c -> c.id().equals(revealed.id()) ? revealed : c)
                        .toList());
        model.addAttribute("revealed", revealed.id());
    }

    private List<Option> others(ProspectPage page, ProspectPage.Whole whole, Viewer viewer) {
        return directory.offices(viewer.allianceId()).stream()
                .filter(o -> !o.value().equals(page.holderId().toString()))
                .filter(o -> whole.partners().stream()
                        .noneMatch(x -> x.id().toString().equals(o.value())))
                .toList();
    }

    private List<Step> steps(ProspectPage page) {
        var steps = new ArrayList<Step>();
        for (var stage : Stage.values()) {
            boolean done = stage.compareTo(page.stage()) < 0 || page.status() == ProspectStatus.DONE;
            steps.add(new Step(choices.label(stage), stage == page.stage() ? "now" : done ? "done" : ""));
        }
        return steps;
    }

    private static void put(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) model.addAttribute(name, form);
    }
}
