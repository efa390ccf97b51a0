package org.lianqiao.prospects.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.DayWords;

/**
 * A request written in one line: {@code 需要三甲医院合作资源 @通州发改 @周五 约见卫健部门}. What comes up to the first {@code @} is
 * what is asked for, {@code @} and an office or a day name who answers and until when, the rest is the measure. What cannot
 * be read stays in the text and is marked.
 */
record RequestLine(
        String text, @Nullable UUID office, @Nullable LocalDate due, String measure, List<String> unread) {
    static final int LONGEST = 800;
    private static final Pattern AT = Pattern.compile("(?<![A-Za-z0-9._%+-])[@＠]");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s:：,，、。;；]+");

    /** @param offices by name, also by the short one */
    static RequestLine read(String line, LocalDate today, Map<String, UUID> offices) {
        var parts = AT.split(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
        var text = new StringBuilder(parts[0].strip());
        var measure = new StringBuilder();
        var unread = new ArrayList<String>();
        UUID office = null;
        LocalDate due = null;
        for (int i = 1; i < parts.length; i++) {
            var rest = parts[i];
            var name = office == null ? named(rest, offices) : "";
            var day = due == null ? DayWords.read(rest, today) : java.util.Optional.<DayWords.Found>empty();
            if (day.isPresent()) {
                due = day.get().day();
                append(measure, rest.substring(day.get().length()));
            } else if (!name.isEmpty()) {
                office = offices.get(name);
                append(measure, rest.substring(name.length()));
            } else {
                unread.add("@" + rest.strip());
                text.append(" @").append(rest.strip());
            }
        }
        return new RequestLine(text.toString(), office, due, measure.toString(), List.copyOf(unread));
    }

    RequestForm form(LocalDate usual) {
        return new RequestForm(text, office, measure, due == null ? usual : due);
    }

    private static String named(String text, Map<String, UUID> offices) {
        return offices.keySet().stream()
                .filter(name -> !name.isEmpty() && text.startsWith(name))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static void append(StringBuilder text, String rest) {
        var trimmed = SEPARATORS.matcher(rest).replaceFirst("").strip();
        if (!trimmed.isEmpty()) text.append(text.isEmpty() ? "" : " ").append(trimmed);
    }
}
