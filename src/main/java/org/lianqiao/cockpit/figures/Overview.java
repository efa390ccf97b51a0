package org.lianqiao.cockpit.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.agreements.LateCommitments;
import org.lianqiao.cockpit.figures.CockpitPage.Figure;
import org.lianqiao.cockpit.figures.CockpitPage.Late;
import org.lianqiao.cockpit.figures.CockpitPage.Step;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Links;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the cockpit together. */
@Service
@RequiredArgsConstructor
class Overview {
    /** A median of fewer would tell of single ones. */
    private static final int FEWEST = 3;

    private final ProspectTallies prospects;
    private final ProjectTallies library;
    private final FilledGaps gaps;
    private final LateCommitments commitments;
    private final Breakdowns breakdowns;
    private final FlowMaps maps;
    private final Links links;
    private final Clock clock;

    @Transactional(readOnly = true)
    public CockpitPage page(CockpitFilter filter, Viewer viewer) {
        var today = LocalDate.now(clock);
        var period = filter.periodOf(today);
        var to = links(filter, viewer);
        var leads = prospects.tallies(filter, period, viewer);
        var projects = library.tallies(filter, period, viewer);
        var late = prospects.late(filter, today, viewer);
        return new CockpitPage(
                filter.scopeOf(viewer),
                period,
                period.previous(),
                ZonedDateTime.now(clock),
                figures(leads, projects, filter, period, viewer, to),
                prospects.beyond(filter, period, viewer),
                library.beyond(filter, period, viewer),
                funnel(leads, prospects.pace(filter, period, viewer), to),
                breakdowns.tables(leads, projects, late, to, viewer),
                breakdowns.heat(leads, to),
                maps.draw(projects, to),
                List.of(
                        new Late(
                                "leads",
                                late.values().stream().mapToLong(n -> n).sum(),
                                to.late()),
                        new Late("commitments", commitments.count(viewer), LateCommitments.LIST)));
    }

    CockpitLinks links(CockpitFilter filter, Viewer viewer) {
        return new CockpitLinks(links, filter, filter.scopeOf(viewer), filter.periodOf(LocalDate.now(clock)));
    }

    /** Nodes that were filled in the period. */
    List<FilledGaps.Filled> filled(CockpitFilter filter, Viewer viewer) {
        return gaps.of(filter, filter.periodOf(LocalDate.now(clock)), viewer);
    }

    private List<Figure> figures(
            Tallies leads, Tallies projects, CockpitFilter filter, Period period, Viewer viewer, CockpitLinks to) {
        long filled = gaps.of(filter, period, viewer).size();
        long filledBefore = gaps.of(filter, period.previous(), viewer).size();
        return List.of(
                count("leads", leads.of("all", ""), to.leads()),
                count("signed", projects.of("first", ""), to.projects("first")),
                sum("agreed", projects.of("signed", ""), to.projects("signed")),
                sum("arrived", projects.of("started", ""), to.projects("started")),
                count("two", projects.of("two", ""), to.projects("first", "two", "yes")),
                figure("gaps", filled, filledBefore, to.cockpit("/cockpit/gaps")));
    }

    private static Figure count(String key, Tally tally, String href) {
        return figure(key, tally.now(), tally.before(), href);
    }

    private static Figure figure(String key, long now, long before, String href) {
        return new Figure(key, now, false, null, change(now, before), before, null, href);
    }

    private static Figure sum(String key, Tally tally, String href) {
        return new Figure(
                key,
                tally.now(),
                true,
                tally.money(),
                change(tally.yuan().doubleValue(), tally.yuanBefore().doubleValue()),
                tally.before(),
                Tally.of(true, 0, tally.yuanBefore()).money(),
                href);
    }

    private static @Nullable Long change(double now, double before) {
        return before == 0 ? null : Math.round(100 * (now - before) / before);
    }

    private static List<Step> funnel(Tallies leads, List<ProspectTallies.Pace> pace, CockpitLinks to) {
        var steps = new ArrayList<Step>();
        long first = 0;
        long last = 0;
        for (var stage : Stage.values()) {
            var tally = stage.andLater().stream().map(s -> leads.of("stage", s)).reduce(Tally.NONE, Tally::plus);
            int n = steps.size();
            if (n == 0) first = tally.now();
            var days = n == 0 ? null : pace.get(n - 1);
            steps.add(new Step(
                    stage.name(),
                    tally.now(),
                    tally.before(),
                    n == 0 ? null : share(tally.now(), last),
                    n == 0 ? null : share(tally.now(), first),
                    days == null || days.of() < FEWEST ? null : days.days(),
                    days == null ? 0 : days.of(),
                    to.leads("reached", stage.name())));
            last = tally.now();
        }
        return steps;
    }

    private static @Nullable Long share(long part, long of) {
        return of == 0 ? null : Math.round(100.0 * part / of);
    }
}
