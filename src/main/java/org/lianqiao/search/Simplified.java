package org.lianqiao.search;

import com.hankcs.hanlp.HanLP;
import java.util.BitSet;

/** Traditional characters and words as they are written on the mainland. The dictionary is read at the first use. */
final class Simplified {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    private Simplified() {}

    /** Where the dictionary has a word of another length, characters are replaced one by one, so that origins hold. */
    static Folded of(Folded text) {
        if (!hasTraditional(text.text())) return text;
        var whole = HanLP.convertToSimplifiedChinese(text.text());
        if (whole.length() == text.text().length()) return new Folded(whole, text.from());
        var single = new StringBuilder(text.text().length());
        for (char c : text.text().toCharArray()) {
            var one = HanLP.convertToSimplifiedChinese(String.valueOf(c));
            single.append(one.length() == 1 ? one.charAt(0) : c);
        }
        return new Folded(single.toString(), text.from());
    }

    static boolean hasTraditional(String text) {
        for (int i = 0; i < text.length(); i++) if (Traditional.CHARACTERS.get(text.charAt(i))) return true;
        return false;
    }

    /** Most texts hold none and need no dictionary. */
    private static final class Traditional {
        private static final BitSet CHARACTERS = read();

        private static BitSet read() {
            var found = new BitSet(LAST);
            for (char c = FIRST; c <= LAST; c++) {
                var alone = String.valueOf(c);
                if (!HanLP.convertToSimplifiedChinese(alone).equals(alone)) found.set(c);
            }
            return found;
        }
    }
}
