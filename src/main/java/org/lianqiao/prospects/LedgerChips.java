package org.lianqiao.prospects;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Component;

/** The filters in force, each with what takes it away. */
@Component
@RequiredArgsConstructor
class LedgerChips {
    private final Catalogue catalogue;
    private final Choices choices;

    /** @param listing nothing where the page shows no list: then names of people and offices are not told */
    List<Chip> of(LedgerFilter filter, ProspectQueries.@Nullable Listing listing) {
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
        add(chips, "reached", "prospects.reached", filter.reachedOf());
        add(chips, "since", "prospects.since", text(filter.sinceOf()));
        add(chips, "until", "prospects.until", text(filter.untilOf()));
        add(chips, "event", "prospects.event", text(filter.eventOf()));
        if (filter.isLate()) add(chips, "late", "prospects.due", choices.text("prospects.late"));
        return chips;
    }

    /** The name that the list itself shows; a name that no row carries is not told. */
    private static String named(ProspectQueries.@Nullable Listing listing, String facet) {
        if (listing == null) return "—";
        return listing.of(facet).stream()
                .filter(f -> f.chosen())
                .map(f -> f.label())
                .findFirst()
                .orElse("—");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void add(List<Chip> chips, String name, String key, @Nullable Enum<?> value) {
        if (value != null) add(chips, name, key, choices.label(value));
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
