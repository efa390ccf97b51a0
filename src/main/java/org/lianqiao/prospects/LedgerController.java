package org.lianqiao.prospects;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Links;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ledger as a list, and the page of a prospect. */
@Controller
@RequiredArgsConstructor
class LedgerController {
    private final ProspectQueries queries;
    private final ProspectShow show;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Links links;

    @GetMapping("/ledger")
    String list(LedgerFilter filter, Paging paging, Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        var scope = Scope.of(filter.scope(), officer);
        var listing = queries.list(filter, scope, paging, officer);
        model.addAttribute("list", listing);
        model.addAttribute("page", listing.page());
        model.addAttribute("here", links.here());
        model.addAttribute("exportHref", links.here("/ledger/exports/new"));
        model.addAttribute("filter", filter);
        model.addAttribute("chips", chips(filter, listing));
        model.addAttribute("scope", scope.name());
        model.addAttribute(
                "scopes",
                Scope.of(officer).stream()
                        .map(s -> new Option(s.name(), choices.label(s)))
                        .toList());
        model.addAttribute("wide", scope.isWide(officer));
        model.addAttribute("mayReport", officer.allianceId() != null);
        model.addAttribute("fields", filter.typed());
        model.addAttribute("verbs", choices.of(BulkVerb.class));
        model.addAttribute("stages", choices.of(Stage.class));
        model.addAttribute("statuses", choices.of(ProspectStatus.class));
        model.addAttribute("attentions", choices.of(Attention.class));
        model.addAttribute("sources", choices.of(LeadSource.class));
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("regions", catalogue.allianceRegions());
        return "prospects/index";
    }

    @GetMapping("/ledger/{id}")
    String show(@PathVariable UUID id, Viewer officer, Model model) {
        return show.page(id, officer, model);
    }

    private List<Chip> chips(LedgerFilter filter, ProspectQueries.Listing listing) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.q()) != null) add(chips, "q", "prospects.words", String.valueOf(filter.q()));
        add(chips, "stage", "prospects.stage", filter.stageOf());
        add(chips, "status", "prospects.status", filter.statusOf());
        add(chips, "attention", "prospects.attention", filter.attentionOf());
        add(chips, "source", "prospects.source", filter.sourceOf());
        add(chips, "chain", "prospects.chain", catalogue.chainName(filter.chainOf()));
        add(chips, "node", "prospects.node", catalogue.nodeName(filter.nodeOf()));
        add(chips, "region", "prospects.region", catalogue.regionName(filter.regionOf()));
        if (filter.isMine()) add(chips, "owner", "prospects.owner", choices.text("prospects.owner.me"));
        if (filter.ownerOf() != null) add(chips, "owner", "prospects.owner", named(listing, "owner"));
        if (filter.holderOf() != null) add(chips, "holder", "prospects.holder", named(listing, "holder"));
        if (filter.isLate()) add(chips, "late", "prospects.due", choices.text("prospects.late"));
        return chips;
    }

    /** The name that the list itself shows; a name that no row carries is not told. */
    private static String named(ProspectQueries.Listing listing, String facet) {
        return listing.of(facet).stream()
                .filter(f -> f.chosen())
                .map(f -> f.label())
                .findFirst()
                .orElse("—");
    }

    private void add(List<Chip> chips, String name, String key, @Nullable Enum<?> value) {
        if (value != null) add(chips, name, key, choices.label(value));
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
