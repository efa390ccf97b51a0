package org.lianqiao.prospects;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.WorkingDays;

/**
 * A day as people write it at the beginning of a text: 明天, 周五, 下周二, 月底, 3天后, 两周后, 5个工作日后, 12-05, 12月5日,
 * 2026-12-05. A weekday or a date without a year is the next one to come, today included. What is no day of the calendar
 * is not read at all.
 */
public final class DayWords {
    private static final String WEEKDAYS = "一二三四五六日天";
    private static final String DIGITS = "一二三四五六七八九";
    private static final String COUNT = "([0-9]{1,3}|[一二两三四五六七八九]?十?[一二三四五六七八九]?)";
    /** In this order: of two that fit, the first is meant. */
    private static final List<Form> FORMS = List.of(
            form("大后天", (m, today) -> today.plusDays(3)),
            form("后天", (m, today) -> today.plusDays(2)),
            form("明[天日]", (m, today) -> today.plusDays(1)),
            form("今[天日]", (m, today) -> today),
            form("月底", (m, today) -> today.with(TemporalAdjusters.lastDayOfMonth())),
            form("下(?:周|星期|礼拜)([一二三四五六日天])", (m, today) -> monday(today, 1).plusDays(weekday(m.group(1)))),
            form("[本这](?:周|星期|礼拜)([一二三四五六日天])", (m, today) -> monday(today, 0).plusDays(weekday(m.group(1)))),
            form(
                    "(?:周|星期|礼拜)([一二三四五六日天])",
                    (m, today) -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday(m.group(1)) + 1)))),
            form(COUNT + "个?工作日[之以]?后", (m, today) -> counted(m, n -> WorkingDays.after(today, n))),
            form(COUNT + "[天日][之以]?后", (m, today) -> counted(m, today::plusDays)),
            form(COUNT + "个?(?:周|星期|礼拜)[之以]?后", (m, today) -> counted(m, today::plusWeeks)),
            form(COUNT + "个?月[之以]?后", (m, today) -> counted(m, today::plusMonths)),
            form(
                    "(20[0-9]{2})(?:[-/.年])([0-9]{1,2})(?:[-/.月])([0-9]{1,2})[日号]?(?![0-9])",
                    (m, today) -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
            form(
                    "([0-9]{1,2})(?:[-/.月])([0-9]{1,2})[日号]?(?![0-9])",
                    (m, today) -> next(today, number(m, 1), number(m, 2))),
            form("([0-9]{1,2})[日号]", (m, today) -> ofMonth(today, number(m, 1))));

    private DayWords() {}

    /** @param length how much of the text is the day */
    public record Found(LocalDate day, int length) {}

    private interface Reading {
        @Nullable
        LocalDate day(MatchResult match, LocalDate today);
    }

    private record Form(Pattern pattern, Reading reading) {}

    public static Optional<Found> read(String text, LocalDate today) {
        for (var form : FORMS) {
            var match = form.pattern.matcher(text);
            if (!match.lookingAt()) continue;
            try {
                var day = form.reading.day(match, today);
                return day == null ? Optional.empty() : Optional.of(new Found(day, match.end()));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Form form(String pattern, Reading reading) {
        return new Form(Pattern.compile(pattern), reading);
    }

    private static LocalDate monday(LocalDate today, int weeks) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }

    private static int weekday(String word) {
        return Math.min(WEEKDAYS.indexOf(word), 6);
    }

    private static @Nullable LocalDate counted(MatchResult match, Function<Integer, LocalDate> day) {
        var words = match.group(1);
        if (words.isEmpty()) return null;
        return day.apply(words.charAt(0) <= '9' ? Integer.parseInt(words) : spelt(words.replace('两', '二')));
    }

    /** 三 is 3, 十 is 10, 十二 is 12, 二十 is 20. */
    private static int spelt(String words) {
        int ten = words.indexOf('十');
        if (ten < 0) return digit(words);
        int tens = ten == 0 ? 1 : digit(words.substring(0, ten));
        return tens * 10 + (ten + 1 < words.length() ? digit(words.substring(ten + 1)) : 0);
    }

    private static int digit(String word) {
        if (word.length() != 1) throw new DateTimeException("no number: " + word);
        return DIGITS.indexOf(word) + 1;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static LocalDate next(LocalDate today, int month, int day) {
        var leap = LocalDate.of(2024, month, day);
        for (int year = today.getYear(); ; year++) {
            if (leap.getDayOfMonth() == 29 && month == 2 && !java.time.Year.isLeap(year)) continue;
            var here = LocalDate.of(year, month, day);
            if (!here.isBefore(today)) return here;
        }
    }

    private static LocalDate ofMonth(LocalDate today, int day) {
        for (var month = java.time.YearMonth.from(today); ; month = month.plusMonths(1)) {
            if (day < 1 || day > 31) throw new DateTimeException("no day: " + day);
            if (month.isValidDay(day) && !month.atDay(day).isBefore(today)) return month.atDay(day);
        }
    }
}
