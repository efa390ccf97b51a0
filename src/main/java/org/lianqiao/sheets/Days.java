package org.lianqiao.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Days as people write them: a spreadsheet's own, {@code 2025年7月}, {@code 2025.12}, {@code 2025/12/3}, {@code 20251203}. Of a
 * month alone the first day is taken and marked; {@code 2025.1} as a number may be January or October and is not read.
 */
public final class Days {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\.无]*|暂无|n/?a", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final List<Pattern> BY_DAY = List.of(WHOLE, DIGITS);
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})月?(?:份)?");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}(?:\\.\\d+)?");
    private static final Pattern TENTH = Pattern.compile("\\d{4}\\.1");

    private Days() {}

    public static Reading<LocalDate> read(SheetCell cell) {
        if (cell.day() != null) return sensible(cell.day(), "");
        var text = BLANKS.matcher(Normalizer.normalize(cell.text(), Normalizer.Form.NFKC))
                .replaceAll("");
        if (NOTHING.matcher(text).matches()) return Reading.nothing();
        if (cell.isNumber() && TENTH.matcher(text).matches()) return Reading.unread("sheets.mark.tenth");
        for (var pattern : BY_DAY) {
            var found = pattern.matcher(text);
            if (found.matches()) return day(found.group(1), found.group(2), found.group(3), "");
        }
        var month = MONTH.matcher(text);
        if (month.matches()) return day(month.group(1), month.group(2), "1", "sheets.mark.month");
        if (SERIAL.matcher(text).matches())
            return sensible(EPOCH.plusDays(new BigDecimal(text).longValue()), "sheets.mark.serial");
        return Reading.unread("sheets.mark.day");
    }

    private static Reading<LocalDate> day(String year, String month, String day, String mark) {
        try {
            return sensible(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)), mark);
        } catch (DateTimeException e) {
            return Reading.unread("sheets.mark.noDay");
        }
    }

    private static Reading<LocalDate> sensible(LocalDate day, String mark) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Reading.unread("sheets.mark.noDay")
                : Reading.marked(day, mark);
    }
}
