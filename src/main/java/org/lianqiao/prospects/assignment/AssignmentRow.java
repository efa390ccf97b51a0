package org.lianqiao.prospects.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A lead of a joint event that not both sides have confirmed.
 *
 * @param words what each side says so far
 */
record AssignmentRow(
        UUID id,
        String enterprise,
        String matter,
        String event,
        UUID holderId,
        String holder,
        Proposal proposal,
        LocalDate dueOn,
        boolean late,
        List<Word> words) {

    /** @param office whom the side names; empty where it has not spoken */
    record Word(String side, String sideName, String office) {
        public boolean isSaid() {
            return !office.isEmpty();
        }
    }
}
