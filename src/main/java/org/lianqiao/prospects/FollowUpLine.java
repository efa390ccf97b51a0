package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up written in one line: {@code 电话 对方问交付时间 @周五 李某 寄清单}. The first word says how, what comes up to the
 * first {@code @} is what was said, {@code @} and a day or a name begins the next step. Nothing is guessed: what cannot be
 * read stays in the text and is marked.
 *
 * @param on when it took place: today, unless the line begins with 昨天 or 前天
 * @param marks what is missing or could not be read
 */
record FollowUpLine(
        @Nullable Channel channel,
        String text,
        LocalDate on,
        String nextStep,
        @Nullable UUID owner,
        String ownerName,
        @Nullable LocalDate due,
        List<Mark> marks) {
    /** What stands in a line before it is understood. */
    static final int LONGEST = 600;

    private static final Map<String, Channel> CHANNELS = Map.ofEntries(
            Map.entry("电话", Channel.CALL),
            Map.entry("去电", Channel.CALL),
            Map.entry("来电", Channel.CALL),
            Map.entry("致电", Channel.CALL),
            Map.entry("通话", Channel.CALL),
            Map.entry("走访", Channel.VISIT),
            Map.entry("拜访", Channel.VISIT),
            Map.entry("上门", Channel.VISIT),
            Map.entry("考察", Channel.VISIT),
            Map.entry("接待", Channel.RECEPTION),
            Map.entry("来访", Channel.RECEPTION),
            Map.entry("会面", Channel.MEETING),
            Map.entry("会议", Channel.MEETING),
            Map.entry("面谈", Channel.MEETING),
            Map.entry("座谈", Channel.MEETING),
            Map.entry("洽谈", Channel.MEETING),
            Map.entry("微信", Channel.MESSAGE),
            Map.entry("短信", Channel.MESSAGE),
            Map.entry("邮件", Channel.MESSAGE),
            Map.entry("发函", Channel.MESSAGE),
            Map.entry("函件", Channel.MESSAGE),
            Map.entry("计划", Channel.PLAN));

    private static final Pattern AT = Pattern.compile("(?<![A-Za-z0-9._%+-])[@＠]");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s:：,，、。;；]+");
    private static final Pattern WORD = Pattern.compile("[^\\s,，、。;；:：@＠]+");

    /**
     * @param key the sentence, a key of the bundles
     * @param arg the words in question
     */
    record Mark(String key, String arg) {}

    /** @param people who may take the next step, by name; a name that two people bear leads to nobody */
    static FollowUpLine read(String line, LocalDate today, Map<String, UUID> people) {
        return new Reader(today, people).read(line.strip());
    }

    /** Whether it can be kept as it stands. */
    public boolean isWhole() {
        return marks.isEmpty();
    }

    FollowUpForm form(@Nullable UUID done, @Nullable UUID by) {
        return new FollowUpForm(channel, text, on, nextStep, owner == null ? by : owner, due, done);
    }

    private static final class Reader {
        private final LocalDate today;
        private final Map<String, UUID> people;
        private final List<Mark> marks = new ArrayList<>();
        private final StringBuilder unread = new StringBuilder();
        private String step = "";
        private @Nullable LocalDate due;
        private @Nullable UUID owner;
        private String ownerName = "";

        Reader(LocalDate today, Map<String, UUID> people) {
            this.today = today;
            this.people = people;
        }

        FollowUpLine read(String line) {
            var on = today;
            var rest = line;
            for (var word : List.of("昨天", "前天"))
                if (rest.startsWith(word)) {
                    on = today.minusDays(word.equals("昨天") ? 1 : 2);
                    rest = trimmed(rest.substring(word.length()));
                }
            var channel = CHANNELS.get(rest.length() < 2 ? "" : rest.substring(0, 2));
            if (channel != null) rest = trimmed(rest.substring(2));
            var parts = AT.split(rest);
            for (int i = 1; i < parts.length; i++) next(parts[i]);
            var text = (parts[0].strip() + unread).strip();
            if (channel == null) marks.add(0, new Mark("prospects.line.noChannel", ""));
            else if (channel.isContact() && text.isEmpty()) marks.add(new Mark("prospects.line.noText", ""));
            if (channel == Channel.PLAN && !text.isEmpty() && step.isEmpty() && due != null) {
                step = text;
                text = "";
            }
            if (step.isEmpty() && (due != null || owner != null || channel == Channel.PLAN))
                marks.add(new Mark("prospects.line.noStep", ""));
            if (!step.isEmpty() && due == null) marks.add(new Mark("prospects.line.noDue", step));
            if (due != null && due.isBefore(today)) marks.add(new Mark("prospects.line.past", due.toString()));
            tooLong(text, 500);
            tooLong(step, 120);
            return new FollowUpLine(channel, text, on, step, owner, ownerName, due, List.copyOf(marks));
        }

        /** What follows an {@code @}: a day or a name, then perhaps the other of the two, then the step. */
        private void next(String part) {
            var rest = part;
            boolean read = false;
            for (int i = 0; i < 2; i++) {
                var day = due == null ? DayWords.read(rest, today) : java.util.Optional.<DayWords.Found>empty();
                var name = name(rest);
                if (day.isPresent()) {
                    due = day.get().day();
                    rest = trimmed(rest.substring(day.get().length()));
                } else if (owner == null && !name.isEmpty() && people.containsKey(name)) {
                    owner = people.get(name);
                    ownerName = name;
                    rest = trimmed(rest.substring(name.length()));
                } else break;
                read = true;
            }
            if (read) step = step.isEmpty() ? rest.strip() : (step + " " + rest).strip();
            else {
                marks.add(new Mark("prospects.line.unread", "@" + name(rest)));
                unread.append(" @").append(rest.strip());
            }
        }

        private String name(String text) {
            var word = WORD.matcher(text);
            return word.lookingAt() ? word.group() : "";
        }

        private void tooLong(String text, int most) {
            if (text.codePointCount(0, text.length()) > most)
                marks.add(new Mark("prospects.line.tooLong", String.valueOf(most)));
        }

        private static String trimmed(String text) {
            return SEPARATORS.matcher(text).replaceFirst("");
        }
    }
}
