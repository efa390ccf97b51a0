package org.lianqiao.agreements;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;

/** How many commitments are late, of those that a viewer reads. */
@Component
@RequiredArgsConstructor
public class LateCommitments {
    /** Where they are listed. */
    public static final String LIST = "/commitments?view=LATE";

    private final CommitmentQueries queries;

    public long count(Viewer viewer) {
        return queries.counts(viewer).stream()
                .filter(c -> c.view() == CommitmentFilter.View.LATE)
                .mapToInt(CommitmentQueries.Count::count)
                .sum();
    }
}
