package org.lianqiao.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What everybody sees: the open needs, and each of them. */
@Controller
@RequiredArgsConstructor
class NeedController {
    private final NeedQueries queries;
    private final NeedPages pages;
    private final Catalogue catalogue;
    private final Choices choices;
    private final List<NeedAddition> additions;

    @GetMapping("/needs")
    String list(NeedFilter filter, Paging paging, Viewer viewer, Model model) {
        var facets = queries.facets(filter);
        model.addAttribute("facets", facets);
        model.addAttribute("page", new PageOf<>(queries.published(filter, paging), paging, facets.total()));
        model.addAttribute("chips", chips(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", choices.of(NeedKind.class));
        model.addAttribute("directions", choices.of(NeedDirection.class));
        model.addAttribute("subjects", choices.of(NeedSubject.class));
        model.addAttribute("resources", choices.of(ResourceKind.class));
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("chains", catalogue.chains());
        // A select of all nodes of all chains helps nobody and costs most of the page.
        var chain = filter.chainOf() == null ? catalogue.chainOf(filter.nodeOf()) : filter.chainOf();
        model.addAttribute("nodes", catalogue.nodesOf(chain));
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute("mayOffer", viewer.isMember() || viewer.isOfficer());
        return "needs/index";
    }

    @GetMapping("/needs/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var need = pages.published(id).orElseThrow(NotFound::new);
        model.addAttribute("mine", pages.own(id, viewer).isPresent());
        model.addAttribute("mayIntend", !viewer.isSignedIn() || viewer.isMember());
        model.addAttribute("need", need);
        model.addAttribute("share", shareText(need));
        additions.forEach(a -> a.add(id, viewer, model));
        return "needs/show";
    }

    /** What is pasted into WeChat: what it is, where, and the page. */
    private String shareText(NeedPage need) {
        var lines = new ArrayList<String>();
        lines.add("【" + choices.label(need.kind()) + " · " + choices.label(need.direction()) + "】" + need.title());
        if (!need.region().isEmpty()) lines.add(choices.text("needs.region") + "：" + need.region());
        if (!need.node().isEmpty()) lines.add(choices.text("needs.node") + "：" + need.chain() + " · " + need.node());
        if (need.expiresOn() != null) lines.add(choices.text("needs.expiresOn") + "：" + need.expiresOn());
        lines.add(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        return String.join("\n", lines);
    }

    private List<Chip> chips(NeedFilter filter) {
        var chips = new ArrayList<Chip>();
        add(chips, "kind", "needs.kind", filter.kindOf());
        add(chips, "direction", "needs.direction", filter.directionOf());
        add(chips, "subject", "needs.subject", filter.subjectOf());
        add(chips, "resource", "needs.resource", filter.resourceOf());
        add(chips, "function", "needs.function", filter.functionOf());
        add(chips, "chain", "needs.chain", catalogue.chainName(filter.chainOf()));
        add(chips, "node", "needs.node", catalogue.nodeName(filter.nodeOf()));
        add(chips, "region", "needs.region", catalogue.regionName(filter.regionOf()));
        if (Lenient.number(filter.from()) != null)
            add(chips, "from", "needs.from", choices.text("web.wan", String.valueOf(filter.from())));
        if (Lenient.number(filter.to()) != null)
            add(chips, "to", "needs.to", choices.text("web.wan", String.valueOf(filter.to())));
        if (filter.sinceOf() != null) add(chips, "since", "needs.since", String.valueOf(filter.since()));
        if (Lenient.pattern(filter.q()) != null) add(chips, "q", "needs.words", String.valueOf(filter.q()));
        return chips;
    }

    private void add(List<Chip> chips, String name, String key, @Nullable Enum<?> value) {
        if (value != null) add(chips, name, key, choices.label(value));
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
