package org.lianqiao.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Brings what people type differently into one form, for entries and for queries alike: full and half width, case,
 * traditional and simplified characters, Chinese and Arabic numerals, brackets, dashes and stray spaces. It is done
 * here and not by the index, so that any index that knows bigrams can be used, and so that a match can be marked.
 */
final class Folding {
    private static final String JOINING = "()[]{}<>《》【】〔〕「」『』〈〉\"'“”‘’`·•・-_—–~*#&®™";

    private Folding() {}

    /** A running text: what joins or encloses is dropped beside Chinese, what separates stays. */
    static String prose(String text) {
        return fold(text, c -> JOINING.indexOf(c) >= 0 || Character.isWhitespace(c) && c != '\n')
                .text();
    }

    /** A name, or one word of a query: only letters, digits and signs are left. */
    static String name(String text) {
        return traced(text).text();
    }

    /** As {@link #name}, with the way back to the original. */
    static Folded traced(String text) {
        return fold(text, c -> !isWord(c));
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.OTHER_SYMBOL
                || Character.getType(c) == Character.SURROGATE
                || c == '+';
    }

    private static Folded fold(String text, IntPredicate joining) {
        var folded = widths(text);
        folded = Simplified.of(folded);
        folded = Numerals.of(folded);
        return joined(folded, joining);
    }

    /** NFKC, character by character, and small letters. */
    private static Folded widths(String text) {
        var out = new Growing(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c < 0x80) out.add((char) Character.toLowerCase(c), i);
            else if (isPlainHan(c)) out.add((char) c, i);
            else
                out.add(
                        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                                .toLowerCase(Locale.ROOT),
                        i);
            i += Character.charCount(c);
        }
        return out.end(text.length());
    }

    /** What joins is dropped at both ends and beside a Chinese character; between two words it becomes one space. */
    private static Folded joined(Folded text, IntPredicate joining) {
        var in = text.text();
        var out = new Growing(in.length());
        boolean gap = false;
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            if (joining.test(c)) {
                gap = true;
                continue;
            }
            if (gap && out.length() > 0 && isLatin(out.last()) && isLatin(c)) out.add(' ', text.from()[i - 1]);
            gap = false;
            out.add(c, text.from()[i]);
        }
        return out.end(text.from()[in.length()]);
    }

    static boolean isPlainHan(int c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static boolean isLatin(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    /** A folded text as it grows. */
    static final class Growing {
        private final StringBuilder text;
        private int[] from;

        Growing(int size) {
            text = new StringBuilder(size);
            from = new int[size + 1];
        }

        void add(char c, int origin) {
            room();
            from[text.length()] = origin;
            text.append(c);
        }

        void add(String more, int origin) {
            for (int i = 0; i < more.length(); i++) add(more.charAt(i), origin);
        }

        int length() {
            return text.length();
        }

        char last() {
            return text.charAt(text.length() - 1);
        }

        Folded end(int originalLength) {
            room();
            from[text.length()] = originalLength;
            return new Folded(text.toString(), from);
        }

        private void room() {
            if (text.length() + 1 >= from.length) from = java.util.Arrays.copyOf(from, from.length * 2 + 2);
        }
    }
}
