package org.lianqiao.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** People as one cell names them: {@code 张三 138…}, {@code 张三（总经理）138…、李四 139…}. What does not fall apart cleanly is not read. */
public final class People {
    private static final Pattern PHONE = Pattern.compile(
            "(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|(?<!\\d)0\\d{2,3}[- )]?\\d{7,8}(?:-\\d{1,5})?(?!\\d)|(?<!\\d)400[- ]?\\d{3}[- ]?\\d{4}(?!\\d)");
    private static final Pattern LABEL =
            Pattern.compile("(联系人|姓名|电话|手机号?码?|联系方式|tel|phone|座机)[:：]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile(
            "(.+?)[(（]([^()（）]{1,20})[)）]?|([\\p{IsHan}]{2,4}?)[ ]?((?:副|总|常务|董事|执行|行政|招商|投资|项目|市场|办公室)*(?:总经理|经理|主任|董事长|部长|总监|总裁|局长|科长|处长|秘书长|会长|助理|厂长|院长|负责人))");
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\.无 ]*|暂无");
    private static final Pattern DIGITS = Pattern.compile("\\d{5,}");
    private static final Pattern BETWEEN = Pattern.compile("[\u0001、，,;；/\\n|\t]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s:：\\-—()（）]+|[\\s:：\\-—(（]+$");
    private static final Pattern SPACES = Pattern.compile("[ )]");
    private static final int LONGEST_NAME = 20;

    private People() {}

    /** @param phone as it was typed; empty where none was */
    public record Person(String name, String title, String phone) {}

    /** @param phones a second cell, where name and number stand apart; else empty */
    public static Reading<List<Person>> read(String cell, String phones) {
        var text = (tidy(cell) + " " + tidy(phones)).strip();
        if (NOTHING.matcher(text).matches()) return Reading.nothing();
        var numbers = new ArrayList<String>();
        var found = PHONE.matcher(text);
        while (found.find()) numbers.add(SPACES.matcher(found.group()).replaceAll(""));
        var rest = LABEL.matcher(PHONE.matcher(text).replaceAll("\u0001")).replaceAll(" ");
        if (DIGITS.matcher(rest).find()) return Reading.unread("sheets.mark.person");
        var names = new ArrayList<Person>();
        for (var part : BETWEEN.split(rest)) {
            var name = EDGES.matcher(part).replaceAll("");
            if (!name.isEmpty()) names.add(person(name));
        }
        return paired(names, numbers);
    }

    private static Reading<List<Person>> paired(List<Person> names, List<String> numbers) {
        if (names.isEmpty() || names.stream().anyMatch(p -> p.name.codePointCount(0, p.name.length()) > LONGEST_NAME))
            return Reading.unread("sheets.mark.person");
        if (numbers.isEmpty()) return Reading.of(List.copyOf(names));
        if (names.size() != numbers.size()) return Reading.unread("sheets.mark.person");
        var people = new ArrayList<Person>();
        for (int i = 0; i < names.size(); i++)
            people.add(new Person(names.get(i).name, names.get(i).title, numbers.get(i)));
        return Reading.of(List.copyOf(people));
    }

    private static Person person(String words) {
        var found = TITLE.matcher(words);
        if (!found.matches()) return new Person(words, "", "");
        return found.group(1) != null
                ? new Person(found.group(1).strip(), found.group(2).strip(), "")
                : new Person(found.group(3), found.group(4), "");
    }

    private static String tidy(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }
}
