package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.UUID;

/**
 * An enterprise that fits.
 *
 * @param strong makes the thing itself or a kind of it, or what goes directly into it
 * @param reasons what speaks for it, the strongest first; never empty
 */
public record Match(UUID enterprise, float score, boolean strong, List<Reason> reasons) {
    static Match of(MatchIndex index, Candidate candidate) {
        var reasons = candidate.telling().stream()
                .map(f -> Reason.of(index, f, candidate.evidence(f)))
                .toList();
        return new Match(index.enterprise(candidate.place).id(), candidate.score(), candidate.isStrong(), reasons);
    }
}
