package org.lianqiao.projects;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Component;

/** What a followed figure narrows the library by, each with what takes it away. */
@Component
@RequiredArgsConstructor
class CountingChips {
    private static final List<String> COUNTED = List.of("BOTH", "SIDE", "OURS");

    private final Catalogue catalogue;
    private final Choices choices;

    void add(List<Chip> chips, Counting counting) {
        var counted = counting.counted();
        if (counted != null && COUNTED.contains(counted))
            add(chips, "counted", "projects.counted", choices.text("projects.counted." + counted));
        span(chips, "first", counting.firstSince(), counting.firstUntil());
        span(chips, "signed", counting.signedSince(), counting.signedUntil());
        span(chips, "started", counting.startedSince(), counting.startedUntil());
        add(chips, "inRegion", "projects.counted.inRegion", catalogue.regionName(Lenient.region(counting.inRegion())));
        SiteFunction function = counting.functionOf();
        if (function != null) add(chips, "inFunction", "projects.counted.inFunction", choices.label(function));
        var regions = counting.regions();
        if (regions != null)
            add(
                    chips,
                    "between",
                    "projects.counted.between",
                    catalogue.regionName(regions[0]) + " — " + catalogue.regionName(regions[1]));
    }

    /** Taken away from its beginning, then from its end. */
    private void span(List<Chip> chips, String name, @Nullable String since, @Nullable String until) {
        var end = Lenient.date(since) == null ? "Until" : "Since";
        add(chips, name + end, "projects.counted." + name, Counting.span(since, until));
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
