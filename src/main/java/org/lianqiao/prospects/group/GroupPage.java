package org.lianqiao.prospects.group;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.ProspectStatus;
import org.lianqiao.prospects.Stage;

/** A group, as the association and the office see it. */
record GroupPage(
        UUID id,
        String association,
        UUID officeId,
        String office,
        String matter,
        String message,
        UUID file,
        LocalDate sentOn,
        List<Member> members) {

    /**
     * @param prospectId where the reader may open it: the office, not the association
     * @param stage what became of it, for both
     */
    record Member(
            String name,
            String state,
            @Nullable LocalDate answeredOn,
            @Nullable UUID prospectId,
            @Nullable Stage stage,
            @Nullable ProspectStatus status) {}

    /** A line of a list. */
    record Row(
            UUID id, String association, String office, String matter, LocalDate sentOn, int members, int confirmed) {}
}
