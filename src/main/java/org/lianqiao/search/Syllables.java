package org.lianqiao.search;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Letters as the pinyin syllables that they may be: {@code xian} is one or two. */
final class Syllables {
    private static final int LONGEST = 6;
    private static final int MOST_READINGS = 8;
    private static final int FEWEST_SYLLABLES = 2;

    private Syllables() {}

    /** The readings of at least two syllables, these separated by spaces; none where letters are left over. */
    static List<String> readings(String letters) {
        var readings = new ArrayList<String>();
        read(letters, 0, new ArrayList<>(), readings);
        return readings;
    }

    private static void read(String letters, int at, List<String> before, List<String> readings) {
        if (readings.size() >= MOST_READINGS) return;
        if (at == letters.length()) {
            if (before.size() >= FEWEST_SYLLABLES) readings.add(String.join(" ", before));
            return;
        }
        for (int end = Math.min(at + LONGEST, letters.length()); end > at; end--) {
            var syllable = letters.substring(at, end);
            if (!Known.SYLLABLES.contains(syllable)) continue;
            before.add(syllable);
            read(letters, end, before, readings);
            before.remove(before.size() - 1);
        }
    }

    private static final class Known {
        private static final Set<String> SYLLABLES = Arrays.stream(Pinyin.values())
                .filter(p -> p != Pinyin.none5)
                .map(Pinyin::getPinyinWithoutTone)
                .collect(Collectors.toUnmodifiableSet());
    }
}
