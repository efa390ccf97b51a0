package org.lianqiao.matching.ranking;

import java.util.List;

/** Turns words into directions: alike where they mean something alike. */
interface Meaning {
    /** @return a packed vector for each word; nothing where meaning is switched off or cannot run on this machine */
    List<byte[]> of(List<String> words);

    boolean isOn();
}
