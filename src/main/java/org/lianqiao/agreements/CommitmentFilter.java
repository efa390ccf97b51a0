package org.lianqiao.agreements;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/** Which commitments are asked for: what we owe, what we are owed, what is late; under which heading. */
record CommitmentFilter(
        @Nullable String view,
        @Nullable String heading,
        @Nullable String q) {

    /** Whose word waits. */
    enum View {
        /** Everything that is owed or waits to be confirmed. */
        ALL("c.state in ('PROPOSED', 'OPEN', 'ACTIVE')"),
        /** 我方应办. */
        OWE("c.state in ('PROPOSED', 'OPEN', 'ACTIVE') and " + CommitmentQueries.OURS),
        /** 对方应办. */
        OWED("c.state in ('PROPOSED', 'OPEN', 'ACTIVE') and not " + CommitmentQueries.OURS),
        /** 逾期. */
        LATE("c.state in ('OPEN', 'ACTIVE') and c.due_on < :today"),
        /** 已落实. */
        DONE("c.state = 'DONE'");

        final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    private Conditions conditions() {
        return Conditions.where("true")
                .and("c.heading = :heading", "heading", headingOf())
                .words("(c.content ilike :q or a.title ilike :q)", q);
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values(LocalDate today) {
        var values = conditions().values();
        values.put("today", today);
        return values;
    }

    public boolean isNarrow() {
        return !conditions().values().isEmpty();
    }

    View viewOf() {
        var asked = Lenient.value(View.class, view);
        return asked == null ? View.ALL : asked;
    }

    @Nullable
    Heading headingOf() {
        return Lenient.value(Heading.class, heading);
    }
}
