package org.lianqiao.search;

/**
 * Chinese numerals as Arabic ones: 三全 and 3全, 三七互娱 and 37互娱, 第十二届 and 第12届. Single digits are replaced one by
 * one; 十, 百 and 千 count where they stand in a number that is well formed. 万 and 亿 begin too many names.
 */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";

    private Numerals() {}

    static Folded of(Folded folded) {
        var text = folded.text();
        int first = 0;
        while (first < text.length() && !isNumeral(text.charAt(first))) first++;
        if (first == text.length()) return folded;
        var out = new Folding.Growing(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && isNumeral(text.charAt(end))) end++;
            if (end == i) out.add(text.charAt(i), folded.from()[i++]);
            else {
                number(text.substring(i, end), folded.from(), i, out);
                i = end;
            }
        }
        return out.end(folded.from()[text.length()]);
    }

    private static void number(String numeral, int[] from, int at, Folding.Growing out) {
        int value = value(numeral);
        if (value >= 0) {
            out.add(String.valueOf(value), from[at]);
            return;
        }
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            out.add(digit < 0 ? numeral.charAt(i) : (char) ('0' + digit), from[at + i]);
        }
    }

    /** A numeral with units, from 十 to 九千九百九十九; -1 for anything else. */
    private static int value(String numeral) {
        if (numeral.equals("十")) return 10;
        int total = 0;
        int digit = -1;
        int unitBefore = 10_000;
        boolean units = false;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int unit = unit(c);
            if (unit == 0) {
                if (digit > 0) return -1;
                digit = digit(c);
            } else {
                if (unit >= unitBefore) return -1;
                if (digit <= 0) {
                    if (i > 0 || unit != 10) return -1;
                    digit = 1;
                }
                total += digit * unit;
                unitBefore = unit;
                digit = -1;
                units = true;
            }
        }
        return units ? total + Math.max(digit, 0) : -1;
    }

    private static boolean isNumeral(char c) {
        return digit(c) >= 0 || unit(c) > 0;
    }

    private static int digit(char c) {
        return c == '零' ? 0 : DIGITS.indexOf(c);
    }

    private static int unit(char c) {
        return switch (UNITS.indexOf(c)) {
            case 0 -> 10;
            case 1 -> 100;
            case 2 -> 1000;
            default -> 0;
        };
    }
}
