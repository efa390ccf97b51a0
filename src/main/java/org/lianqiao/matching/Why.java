package org.lianqiao.matching;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.lianqiao.matching.ranking.Feature;
import org.lianqiao.matching.ranking.Match;
import org.lianqiao.matching.ranking.Reason;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** Reasons as sentences, in the reader's language. */
@Component
@RequiredArgsConstructor
class Why {
    private static final Set<String> FOR_OFFICES =
            Set.of("matching.reason." + Feature.DOUBTED, "matching.reason." + Feature.REACHABLE);

    private final Choices choices;

    /**
     * What others found unsuitable is told to offices only: it would be gossip among competitors. So is who is
     * registered: others see nobody else.
     */
    List<String> of(Match match, Viewer viewer) {
        boolean staff = viewer.kind() != null && viewer.kind().isGovernment();
        return match.reasons().stream()
                .filter(r -> staff || !FOR_OFFICES.contains(r.key()))
                .map(this::of)
                .toList();
    }

    String of(Reason reason) {
        return choices.text(reason.key(), reason.args().toArray());
    }
}
