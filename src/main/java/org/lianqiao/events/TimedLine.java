package org.lianqiao.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;

/**
 * A line as people write a programme: {@code 14:00-14:20 主办方致辞}; a day stands in front where the event has several:
 * {@code 12-18 09:00-11:30}. Full-width signs and any dash will do.
 */
record TimedLine(LocalDateTime starts, @Nullable LocalDateTime ends, String text) {
    private static final Pattern LINE = Pattern.compile(
            "(?:(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2}) +)?(\\d{1,2}):(\\d{2})(?: *- *(\\d{1,2}):(\\d{2}))? *(.*)");

    /** @throws Refused at the field, naming the line that cannot be read */
    static List<TimedLine> read(String text, LocalDate firstDay, String field) {
        var lines = new ArrayList<TimedLine>();
        int number = 0;
        for (var raw : text.split("\\R")) {
            number++;
            if (raw.isBlank()) continue;
            var line = one(raw, firstDay);
            if (line == null) throw Refused.at(field, "events.line.unreadable", number, shortened(raw.strip()));
            lines.add(line);
        }
        return lines;
    }

    private static @Nullable TimedLine one(String raw, LocalDate firstDay) {
        var plain =
                raw.strip().replace('：', ':').replace('\u3000', ' ').replaceFirst("(?<=\\d) *[–—~～至] *(?=\\d)", "-");
        var found = LINE.matcher(plain);
        if (!found.matches()) return null;
        try {
            var day = found.group(2) == null
                    ? firstDay
                    : LocalDate.of(
                            found.group(1) == null ? firstDay.getYear() : Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)));
            var starts = day.atTime(time(found.group(4), found.group(5)));
            var ends = found.group(6) == null ? null : day.atTime(time(found.group(6), found.group(7)));
            if (ends != null && !ends.isAfter(starts)) return null;
            return new TimedLine(starts, ends, found.group(8).strip());
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= 20
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 20)) + "…";
    }
}
