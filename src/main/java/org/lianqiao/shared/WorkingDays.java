package org.lianqiao.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Days on which offices work: Monday to Friday, but for the days that a calendar names.
 *
 * @param named what differs from the week: whether that day is worked
 */
public record WorkingDays(Map<LocalDate, Boolean> named) {
    private static final WorkingDays OF_THE_WEEK = new WorkingDays(Map.of());

    /** By the week alone, where no calendar is at hand. */
    public static LocalDate after(LocalDate day, int days) {
        return OF_THE_WEEK.later(day, days);
    }

    public LocalDate later(LocalDate day, int days) {
        return move(day, days, 1);
    }

    public LocalDate earlier(LocalDate day, int days) {
        return move(day, days, -1);
    }

    public boolean has(LocalDate day) {
        var known = named.get(day);
        if (known != null) return known;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** How many lie after the one day, up to the other and with it; 0 where that comes first. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) if (has(day)) count++;
        return count;
    }

    private LocalDate move(LocalDate from, int days, int step) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(step);
            if (has(day)) left--;
        }
        return day;
    }
}
