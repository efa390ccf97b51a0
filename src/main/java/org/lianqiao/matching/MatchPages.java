package org.lianqiao.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages of matching: as they are asked for, and again where a form on them was refused. */
@Component
@RequiredArgsConstructor
class MatchPages {
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int OWN = 10;

    private final Matchmaker matchmaker;
    private final SoughtNeeds needs;
    private final NeedMatches matches;
    private final Counterparts counterparts;
    private final Opportunities opportunities;
    private final FittingProjects projects;
    private final FittingParks parks;
    private final OfficeMatches office;
    private final Silence silence;
    private final Choices choices;

    /** @throws NotFound where its matches are not the reader's to see */
    Sought concerning(@Nullable UUID id, Viewer viewer) {
        if (id == null) throw new NotFound();
        return needs.concerning(id, viewer).orElseThrow(NotFound::new);
    }

    /** Who fits a need. */
    String need(Sought need, Paging paging, Viewer viewer, Model model, HttpServletResponse response) {
        model.addAttribute("need", need);
        if (!need.isAboutProducts()) {
            model.addAttribute("fits", counterparts.of(need, viewer));
            model.addAttribute(
                    "reasons",
                    choices.of(Unsuitable.class).stream()
                            .filter(o -> !o.value().equals(Unsuitable.PRODUCT.name()))
                            .toList());
            if (!model.containsAttribute("form")) model.addAttribute("form", RejectionForm.EMPTY);
            return "matching/counterparts";
        }
        if (isBuilding(model, response)) return "matching/building";
        var matched = matches.of(need, viewer, paging);
        model.addAttribute("page", matched.fitting());
        model.addAttribute("unsuitable", matched.unsuitable());
        model.addAttribute("reasons", choices.of(Unsuitable.class));
        model.addAttribute("staff", viewer.isOfficer());
        if (!model.containsAttribute("form")) model.addAttribute("form", RejectionForm.EMPTY);
        return "matching/need";
    }

    /** What fits the reader: its enterprise, its members or its region. */
    String list(String member, Paging paging, Viewer viewer, Model model, HttpServletResponse response) {
        if (isBuilding(model, response)) return "matching/building";
        model.addAttribute("reasons", choices.of(Unsuitable.class));
        if (!model.containsAttribute("form")) model.addAttribute("form", RejectionForm.EMPTY);
        if (viewer.isOfficer()) {
            model.addAttribute("page", office.of(viewer, paging));
            return "matching/office";
        }
        if (viewer.kind() == OrganizationKind.ASSOCIATION) return association(member, paging, viewer, model);
        var rows = opportunities.of(viewer);
        var open = rows.stream().filter(r -> !r.isSetAside()).toList();
        model.addAttribute("page", paged(open, paging));
        model.addAttribute(
                "setAside", rows.stream().filter(Opportunities.Row::isSetAside).toList());
        model.addAttribute("own", office.own(viewer, OWN));
        model.addAttribute("park", viewer.kind() == OrganizationKind.PARK);
        model.addAttribute("projects", viewer.kind() == OrganizationKind.ENTERPRISE ? projects.of(viewer) : List.of());
        model.addAttribute("parks", viewer.kind() == OrganizationKind.ENTERPRISE ? parks.of(viewer) : List.of());
        model.addAttribute("silent", silence.isKeptBy(viewer.organization()));
        return "matching/enterprise";
    }

    private String association(String member, Paging paging, Viewer viewer, Model model) {
        var rows = opportunities.ofMembers(viewer);
        var members = new ArrayList<Option>();
        rows.stream()
                .map(r -> new Option(r.enterprise().toString(), r.member()))
                .distinct()
                .forEach(members::add);
        var chosen = Lenient.id(member);
        var wanted = rows.stream()
                .filter(r -> chosen == null || r.enterprise().equals(chosen))
                .toList();
        model.addAttribute("members", members);
        model.addAttribute("member", member);
        model.addAttribute(
                "page", paged(wanted.stream().filter(r -> !r.isSetAside()).toList(), paging));
        model.addAttribute(
                "setAside",
                wanted.stream().filter(Opportunities.Row::isSetAside).toList());
        model.addAttribute("own", office.own(viewer, OWN));
        return "matching/association";
    }

    private static <T> PageOf<T> paged(List<T> rows, Paging paging) {
        return new PageOf<>(
                rows.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, rows.size());
    }

    /** The first reader after a start may have to wait; the page says so, and comes again by itself. */
    private boolean isBuilding(Model model, HttpServletResponse response) {
        if (matchmaker.isReady(PATIENCE)) return false;
        response.setHeader("Refresh", "3");
        return true;
    }
}
