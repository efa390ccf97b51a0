package org.lianqiao.matching;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.needs.NeedAddition;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * On the page of a need: its best matches, for whom it concerns; for an enterprise, why it fits and who invited it; for
 * an association, which members fit. The page does not wait for the first snapshot.
 */
@Component
@RequiredArgsConstructor
class MatchPanel implements NeedAddition {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Paging FEW = new Paging(1, 10);
    private static final int SHOWN = 5;

    private final Matchmaker matchmaker;
    private final SoughtNeeds needs;
    private final NeedMatches matches;
    private final Counterparts counterparts;
    private final Opportunities opportunities;

    /** @param building whether the first snapshot is still being made */
    record Panel(
            UUID need,
            boolean building,
            boolean concerned,
            List<NeedMatches.Row> rows,
            List<Counterparts.Fit> fits,
            List<Opportunities.Row> mine,
            int total) {
        public boolean isWorthShowing() {
            return concerned || !mine.isEmpty();
        }
    }

    @Override
    public void add(UUID need, Viewer viewer, Model model) {
        if (!viewer.isMember() && !viewer.isOfficer()) return;
        var panel = panel(need, viewer);
        if (panel.isWorthShowing()) model.addAttribute("matchPanel", panel);
    }

    private Panel panel(UUID id, Viewer viewer) {
        var concerned = needs.concerning(id, viewer);
        var need = concerned.or(() -> needs.published(id, viewer)).orElseThrow();
        boolean products = need.isAboutProducts();
        if (products && !matchmaker.isReady(PATIENCE))
            return new Panel(id, true, concerned.isPresent(), List.of(), List.of(), List.of(), 0);
        var mine = products && !need.own() ? opportunities.at(need, viewer) : List.<Opportunities.Row>of();
        if (concerned.isEmpty()) return new Panel(id, false, false, List.of(), List.of(), few(mine), mine.size());
        if (products) {
            var found = matches.of(need, viewer, FEW).fitting();
            return new Panel(id, false, true, few(found.rows()), List.of(), few(mine), found.total());
        }
        var fits = counterparts.of(need, viewer).stream()
                .filter(Counterparts.Fit::fits)
                .toList();
        return new Panel(id, false, true, List.of(), few(fits), List.of(), fits.size());
    }

    private static <T> List<T> few(List<T> all) {
        return all.stream().limit(SHOWN).toList();
    }
}
