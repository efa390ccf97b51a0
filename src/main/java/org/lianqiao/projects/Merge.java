package org.lianqiao.projects;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one record, side by side: what somebody else saved and what was typed.
 *
 * @param version that is saved now; the merged form is sent with it
 * @param same what both agree on, by input
 */
record Merge(long version, List<Field> fields, Map<String, String> same) {
    /**
     * A field in which they differ, in words and as the form sends it.
     *
     * @param name the last part of its label's key
     * @param onlyTheirs whether the other changed it and this one did not
     * @param by who changed it last; empty where this one did alone
     */
    record Field(
            String name,
            String input,
            String theirs,
            String theirsSent,
            String mine,
            String mineSent,
            boolean onlyTheirs,
            String by,
            @Nullable Instant at) {}
}
