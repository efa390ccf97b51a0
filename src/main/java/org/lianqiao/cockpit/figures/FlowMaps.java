package org.lianqiao.cockpit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Component;

/** Draws the places of the alliance: the four where they lie to each other, further ones in a row below. */
@Component
@RequiredArgsConstructor
class FlowMaps {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int HEAVIEST = 14;
    private static final Map<String, int[]> KNOWN = Map.of(
            "110112", new int[] {110, 160},
            "131082", new int[] {400, 60},
            "131028", new int[] {460, 160},
            "131024", new int[] {370, 264});

    private final Catalogue catalogue;

    /** The regions that have no other of the alliance within them. */
    List<Option> places() {
        var all = catalogue.allianceRegions();
        return all.stream()
                .filter(r -> all.stream().noneMatch(o -> o != r && catalogue.liesIn(o.value(), r.value())))
                .toList();
    }

    FlowMap draw(Tallies projects, CockpitLinks links) {
        var places = new ArrayList<FlowMap.Place>();
        for (var place : places()) {
            var at = KNOWN.getOrDefault(place.value(), new int[] {60 + 110 * (places.size() % 5), HEIGHT - 24});
            places.add(new FlowMap.Place(
                    place.value(),
                    catalogue.regionName(place.value()),
                    at[0],
                    at[1],
                    projects.of("region", place.value()).now(),
                    links.projects("first", "inRegion", place.value())));
        }
        return new FlowMap(WIDTH, HEIGHT, places, flows(places, projects, links));
    }

    private static List<FlowMap.Flow> flows(List<FlowMap.Place> places, Tallies projects, CockpitLinks links) {
        var flows = new ArrayList<FlowMap.Flow>();
        long most = projects.of("between").values().stream()
                .mapToLong(Tally::now)
                .max()
                .orElse(0);
        for (var from : places)
            for (var to : places) {
                var key = from.code() + "," + to.code();
                long count = projects.of("between", key).now();
                if (count > 0)
                    flows.add(new FlowMap.Flow(
                            from,
                            to,
                            count,
                            (int) Math.max(2, HEAVIEST * count / most),
                            links.projects("first", "between", key)));
            }
        return flows;
    }
}
