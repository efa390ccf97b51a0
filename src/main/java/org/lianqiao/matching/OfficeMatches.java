package org.lianqiao.matching;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;

/** Needs with the best of their matches: those for which an office answers, and those that one has published oneself. */
@Component
@RequiredArgsConstructor
class OfficeMatches {
    private static final Paging FEW = new Paging(1, 10);
    private static final int BEST = 3;

    private final SoughtNeeds needs;
    private final NeedMatches matches;
    private final Counterparts counterparts;
    private final Catalogue catalogue;

    /**
     * @param strong how many of the first ten fit well
     * @param found how many fit at all
     * @param best the first of them, with why
     */
    record Row(Sought need, String region, int strong, int found, List<Best> best) {}

    record Best(String name, String why) {}

    PageOf<Row> of(Viewer office, Paging paging) {
        var page = needs.ofOffice(office, paging);
        return new PageOf<>(page.rows().stream().map(n -> row(n, office)).toList(), paging, page.total());
    }

    List<Row> own(Viewer viewer, int most) {
        return needs.own(viewer, most).stream().map(n -> row(n, viewer)).toList();
    }

    private Row row(Sought need, Viewer viewer) {
        var region = catalogue.regionName(need.regionCode());
        if (!need.isAboutProducts()) {
            var fits = counterparts.of(need, viewer).stream()
                    .filter(Counterparts.Fit::fits)
                    .toList();
            var best = fits.stream()
                    .limit(BEST)
                    .map(f -> new Best(f.need().shown(), first(f.reasons())))
                    .toList();
            return new Row(need, region, 0, fits.size(), best);
        }
        var fitting = matches.of(need, viewer, FEW).fitting();
        int strong =
                (int) fitting.rows().stream().filter(NeedMatches.Row::strong).count();
        var best = fitting.rows().stream()
                .limit(BEST)
                .map(r -> new Best(r.name(), first(r.reasons())))
                .toList();
        return new Row(need, region, strong, fitting.total(), best);
    }

    private static String first(List<String> reasons) {
        return reasons.isEmpty() ? "" : reasons.get(0);
    }
}
