package org.lianqiao.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days on which offices work: Monday to Friday. */
public final class WorkingDays {
    private WorkingDays() {}

    public static LocalDate after(LocalDate day, int days) {
        return move(day, days, 1);
    }

    public static LocalDate before(LocalDate day, int days) {
        return move(day, days, -1);
    }

    private static LocalDate move(LocalDate from, int days, int step) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(step);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) left--;
        }
        return day;
    }
}
