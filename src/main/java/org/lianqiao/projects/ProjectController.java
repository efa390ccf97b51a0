package org.lianqiao.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Links;
import org.lianqiao.web.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The library and its projects, for everybody who may read them. */
@Controller
@RequiredArgsConstructor
class ProjectController {
    private final ProjectQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;
    private final CountingChips countingChips;
    private final Links links;
    private final SavedViews views;

    @GetMapping("/projects")
    String list(ProjectFilter filter, Counting counting, Paging paging, Viewer viewer, Model model) {
        var listed = queries.list(filter, counting, viewer, paging);
        model.addAttribute("page", listed.page());
        model.addAttribute("facets", listed);
        model.addAttribute("filter", filter);
        var chips = chips(filter);
        countingChips.add(chips, counting);
        model.addAttribute("chips", chips);

        model.addAttribute("exportHref", links.here("/projects/exports"));
        if (viewer.isOfficer()) model.addAttribute("views", views.of(viewer, SavedViews.Surface.PROJECTS));
        var here = links.here();
        model.addAttribute("query", here.contains("?") ? here.substring(here.indexOf('?') + 1) : "");
        model.addAttribute("chains", catalogue.chains());
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("stages", choices.of(SiteStage.class));
        model.addAttribute("publications", choices.of(Publication.class));
        return "projects/index";
    }

    @GetMapping("/projects/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = queries.page(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("project", project);
        model.addAttribute("holding", viewer.isOfficer() && project.holderId().equals(viewer.organizationId()));
        boolean speaks = Publishing.speaks(viewer) && project.concerns(viewer.organizationId());
        boolean agreed = project.hasYesOf(viewer.organizationId());
        model.addAttribute("mayConsent", speaks && !agreed && project.publication() == Publication.PROPOSED);
        model.addAttribute("mayWithdraw", speaks && agreed);
        model.addAttribute(
                "suspect",
                project.isInside()
                        && FairCompetition.tiesRewardToTax(
                                project.publicSummaryZh(), project.publicSummaryEn(), project.summary()));
        model.addAttribute("share", shareText(project));
        return "projects/show";
    }

    /** What is pasted into WeChat. */
    private String shareText(ProjectPage project) {
        var lines = new ArrayList<String>();
        lines.add("【" + choices.text("projects.one") + "】" + project.name());
        lines.add(choices.text("projects.sites") + "："
                + project.sites().stream()
                        .map(s -> s.region() + " " + choices.label(s.function()))
                        .collect(Collectors.joining("、")));
        if (!project.publicSummary().isEmpty()) lines.add(project.publicSummary());
        lines.add(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        return String.join("\n", lines);
    }

    private List<Chip> chips(ProjectFilter filter) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null) add(chips, "q", "projects.words", String.valueOf(filter.q()));
        add(chips, "chain", "projects.chain", catalogue.chainName(Lenient.id(filter.chain())));
        add(chips, "node", "projects.node", catalogue.nodeName(Lenient.id(filter.node())));
        add(chips, "region", "projects.region", catalogue.regionName(filter.regionOf()));
        var function = filter.functionOf();
        if (function != null) add(chips, "function", "projects.function", choices.label(function));
        var stage = filter.stageOf();
        if (stage != null) add(chips, "stage", "projects.stage", choices.label(stage));
        var publication = filter.publicationOf();
        if (publication != null) add(chips, "publication", "projects.publication", choices.label(publication));
        if (filter.isTwo()) add(chips, "two", "projects.sites", choices.text("projects.two"));
        if (Lenient.number(filter.from()) != null)
            add(chips, "from", "projects.from", choices.text("web.wan", String.valueOf(filter.from())));
        return chips;
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
