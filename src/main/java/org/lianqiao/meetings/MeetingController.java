package org.lianqiao.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 对接记录: the meetings of the own organisation, and for a coordinating office those of its side. */
@Controller
@RequiredArgsConstructor
class MeetingController {
    private final MeetingQueries queries;
    private final Directory directory;
    private final Choices choices;

    @GetMapping("/meetings")
    String list(MeetingFilter filter, Paging paging, Viewer viewer, Model model) {
        viewer.require(viewer.isOfficer() || viewer.isMember());
        var listed = queries.list(filter, viewer, paging);
        var offices = directory.offices(viewer.allianceId());
        model.addAttribute("page", listed.page());
        model.addAttribute("outcomeFacet", listed.outcomes());
        model.addAttribute("filter", filter);
        model.addAttribute("offices", offices);
        model.addAttribute("outcomes", choices.of(Outcome.class));
        var office = filter.officeOf();
        var name = office == null
                ? ""
                : offices.stream()
                        .filter(o -> o.value().equals(office.toString()))
                        .map(o -> o.label())
                        .findFirst()
                        .orElse("");
        model.addAttribute("chips", chips(filter, name));
        return "meetings/index";
    }

    @GetMapping("/meetings/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("meeting", queries.page(id, viewer).orElseThrow(NotFound::new));
        return "meetings/show";
    }

    private List<Chip> chips(MeetingFilter filter, String office) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null) add(chips, "q", "meetings.words", String.valueOf(filter.q()));
        var outcome = filter.outcomeOf();
        if (outcome != null) add(chips, "outcome", "meetings.outcome", choices.label(outcome));
        add(chips, "office", "meetings.office", office);
        if (Lenient.date(filter.from()) != null) add(chips, "from", "meetings.from", String.valueOf(filter.from()));
        if (Lenient.date(filter.to()) != null) add(chips, "to", "meetings.to", String.valueOf(filter.to()));
        if (filter.formOf() != null) add(chips, "form", "meetings.form", choices.text("meetings." + filter.formOf()));
        if (filter.isMine()) add(chips, "scope", "meetings.scope", choices.text("meetings.scope.mine"));
        about(chips, "prospect", filter.prospect());
        about(chips, "need", filter.need());
        about(chips, "project", filter.project());
        about(chips, "event", filter.event());
        return chips;
    }

    private void about(List<Chip> chips, String name, @org.jspecify.annotations.Nullable String typed) {
        if (Lenient.id(typed) != null) add(chips, name, "meetings.about", choices.text("meetings.about." + name));
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
