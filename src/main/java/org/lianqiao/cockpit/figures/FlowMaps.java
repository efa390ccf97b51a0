package org.lianqiao.cockpit.figures;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Component;

/** Draws the places of the alliance: the four where they lie to each other, further ones in a row below. */
@Component
@RequiredArgsConstructor
class FlowMaps {
    private static final int HEAVIEST = 14;

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
            var at = Schematic.of(place.value(), places.size());
            places.add(new FlowMap.Place(
                    place.value(),
                    catalogue.regionName(place.value()),
                    at.x(),
                    at.y(),
                    projects.of("region", place.value()).now(),
                    links.projects("first", "inRegion", place.value())));
        }
        return new FlowMap(Schematic.WIDTH, Schematic.HEIGHT, places, flows(places, projects, links));
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
