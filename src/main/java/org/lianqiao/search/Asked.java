package org.lianqiao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was understood.
 *
 * @param typed what stands in the box
 * @param whole all of it folded, without spaces: 锂 电池 is 锂电池
 * @param words what was separated by spaces or commas; each must be found
 * @param split place and product where they were written in one: 上海半导体; nothing otherwise
 */
record Asked(String typed, String whole, List<Word> words, List<Word> split) {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final String SEPARATORS = "[\\s\u3000,，、;；|/]+";

    /**
     * @param text folded
     * @param place whether it is the name of a place, which is looked for where places stand
     * @param others other words for it
     */
    record Word(String text, boolean place, List<String> others) {}

    static Asked of(@Nullable String typed, Set<String> places, Synonyms synonyms) {
        var text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > LONGEST)
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        var words = Stream.of(text.split(SEPARATORS))
                .map(Folding::name)
                .filter(w -> !w.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(w -> new Word(w, places.contains(w), synonyms.of(w)))
                .toList();
        return new Asked(text, Folding.name(text), words, split(words, places, synonyms));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether it may be meant as pinyin. */
    boolean isLatin() {
        return soundsTyped().matches("[a-z]{2,40}");
    }

    /** The letters without spaces: {@code li dian chi} is {@code lidianchi}. */
    String soundsTyped() {
        return whole.replace(" ", "").replace("'", "");
    }

    /** What a result can be marked with. */
    List<String> needles() {
        var needles = new ArrayList<String>();
        needles.add(whole);
        Stream.concat(words.stream(), split.stream()).forEach(w -> {
            needles.add(w.text);
            needles.addAll(w.others);
        });
        return needles.stream().filter(n -> !n.isEmpty()).distinct().toList();
    }

    private static List<Word> split(List<Word> words, Set<String> places, Synonyms synonyms) {
        if (words.size() != 1 || words.get(0).place) return List.of();
        var whole = words.get(0).text;
        for (int length = Math.min(whole.length() - 2, 8); length >= 2; length--) {
            var first = whole.substring(0, length);
            if (places.contains(first)) {
                var rest = whole.substring(length);
                return List.of(new Word(first, true, List.of()), new Word(rest, false, synonyms.of(rest)));
            }
        }
        return List.of();
    }
}
