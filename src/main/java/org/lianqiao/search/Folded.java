package org.lianqiao.search;

import java.util.Arrays;

/**
 * A text in the one form in which texts are compared, and where each of its characters came from, so that a match can
 * be marked in what the reader knows.
 *
 * @param from for each character of {@code text}, its index in the original; one more at the end
 */
record Folded(String text, int[] from) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Folded that && text.equals(that.text) && Arrays.equals(from, that.from);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
