package org.lianqiao.cockpit.figures;

import java.time.LocalDate;
import java.util.List;

/** A span that is often asked for, as its first day; the last is today. */
record Span(String key, LocalDate from, LocalDate to) {
    private static final LocalDate BEGINNING = LocalDate.of(2019, 1, 1);
    private static final int MONTHS_OF_A_QUARTER = 3;

    static List<Span> upTo(LocalDate today) {
        var month = today.withDayOfMonth(1);
        return List.of(
                new Span("month", month, today),
                new Span("quarter", month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER), today),
                new Span("year", today.withDayOfYear(1), today),
                new Span("twelve", today.minusMonths(12).plusDays(1), today),
                new Span("all", BEGINNING, today));
    }

    public boolean is(Period period) {
        return from.equals(period.first()) && to.equals(period.last());
    }
}
