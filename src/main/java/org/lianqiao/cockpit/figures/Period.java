package org.lianqiao.cockpit.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** From the first day to the last, both counted. */
record Period(LocalDate first, LocalDate last) {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** Nobody counts leads of other ages. */
    Period {
        first = within(first);
        last = within(last);
    }

    private static LocalDate within(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As many days, right before. */
    Period previous() {
        return new Period(first.minusDays(days()), first.minusDays(1));
    }

    @Override
    public String toString() {
        return first + "—" + last;
    }
}
