package org.lianqiao.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;

/** How Chinese is typed by its sound: 裕同科技 as {@code yutongkeji} and as {@code ytkj}. */
final class Sounds {
    private Sounds() {}

    /** The syllables of a text, Latin letters and digits one by one among them; what has no sound is left out. */
    static List<String> syllables(String text) {
        var syllables = new ArrayList<String>();
        var readings = HanLP.convertToPinyinList(text);
        // One reading a char: a character outside the basic plane has none.
        for (int i = 0; i < readings.size() && i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (readings.get(i) != Pinyin.none5) syllables.add(readings.get(i).getPinyinWithoutTone());
            else if (c < 0x80 && Character.isLetterOrDigit(c)) syllables.add(String.valueOf(c));
        }
        return syllables;
    }

    static String full(List<String> syllables) {
        return String.join("", syllables);
    }

    static String initials(List<String> syllables) {
        var initials = new StringBuilder(syllables.size());
        for (var syllable : syllables) initials.append(syllable.charAt(0));
        return initials.toString();
    }
}
