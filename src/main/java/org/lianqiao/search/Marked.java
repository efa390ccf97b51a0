package org.lianqiao.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A text in parts, of which some are what was looked for. */
record Marked(List<Part> parts) {
    private static final int BEFORE = 24;
    private static final int LENGTH = 110;

    /** A stretch of text; {@code hit} where it was looked for. */
    record Part(String text, boolean hit) {}

    static Marked of(String text, List<String> needles) {
        return parts(text, hits(text, needles));
    }

    /** The part of a longer text in which the first hit stands; its beginning where there is none. */
    static Marked excerpt(String text, List<String> needles) {
        var hits = hits(text, needles);
        int first = Math.max(hits.nextSetBit(0), 0);
        int from = first <= LENGTH - BEFORE ? 0 : edge(text, first - BEFORE);
        int to = edge(text, Math.min(text.length(), from + LENGTH));
        var shown = text.substring(from, to);
        return parts(
                (from > 0 ? "…" : "") + shown + (to < text.length() ? "…" : ""),
                shifted(hits.get(from, to), from > 0 ? 1 : 0));
    }

    public boolean hasHit() {
        return parts.stream().anyMatch(Part::hit);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    private static BitSet hits(String text, List<String> needles) {
        var hits = new BitSet(text.length());
        var folded = Folding.traced(text);
        for (var needle : needles)
            for (int at = folded.text().indexOf(needle);
                    at >= 0;
                    at = folded.text().indexOf(needle, at + 1))
                hits.set(folded.from()[at], endOf(folded, at + needle.length(), text));
        return hits;
    }

    /** Behind the last character of the match, not before the next that was kept. */
    private static int endOf(Folded folded, int end, String text) {
        int last = folded.from()[end - 1];
        return Math.min(text.length(), last + Character.charCount(text.codePointAt(last)));
    }

    private static BitSet shifted(BitSet bits, int by) {
        if (by == 0) return bits;
        var moved = new BitSet();
        bits.stream().forEach(i -> moved.set(i + by));
        return moved;
    }

    private static Marked parts(String text, BitSet hits) {
        var parts = new ArrayList<Part>();
        for (int at = 0; at < text.length(); ) {
            boolean hit = hits.get(at);
            int end = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
            if (end < 0 || end > text.length()) end = text.length();
            parts.add(new Part(text.substring(at, end), hit));
            at = end;
        }
        return new Marked(parts);
    }

    private static int edge(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
