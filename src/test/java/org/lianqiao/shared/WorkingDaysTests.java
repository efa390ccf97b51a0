package org.lianqiao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);
    private static final LocalDate SUNDAY_WORKED = LocalDate.of(2026, 9, 20);
    private static final LocalDate MONDAY_OFF = LocalDate.of(2026, 9, 21);

    private final WorkingDays days = new WorkingDays(Map.of(SUNDAY_WORKED, true, MONDAY_OFF, false));

    @Test
    void follow_the_week_where_nothing_is_named() {
        assertThat(WorkingDays.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 9, 21));
    }

    @Test
    void skip_a_holiday_and_count_a_sunday_that_is_worked() {
        assertThat(days.later(FRIDAY, 1)).isEqualTo(SUNDAY_WORKED);
        assertThat(days.later(FRIDAY, 2)).isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(days.earlier(LocalDate.of(2026, 9, 22), 1)).isEqualTo(SUNDAY_WORKED);
        assertThat(days.between(FRIDAY, LocalDate.of(2026, 9, 22))).isEqualTo(2);
    }

    /** What the search for overdue prospects rests on: late is what began before the day that lies so many days back. */
    @Test
    void a_term_is_over_exactly_when_it_began_before_the_day_counted_back() {
        for (int back = 0; back < 20; back++)
            for (int term = 1; term < 6; term++) {
                var today = LocalDate.of(2026, 9, 24);
                var began = today.minusDays(back);
                assertThat(today.isAfter(days.later(began, term))).isEqualTo(began.isBefore(days.earlier(today, term)));
            }
    }
}
