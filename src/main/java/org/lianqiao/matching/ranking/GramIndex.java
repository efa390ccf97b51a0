package org.lianqiao.matching.ranking;

import java.util.Arrays;

/**
 * Which texts hold which pairs of characters. Chinese has no spaces: pairs find two-character words and any longer one.
 * Compact: one sorted array of pairs, one of places.
 */
final class GramIndex {
    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    private final int[] grams;
    private final int[] starts;
    private final int[] docs;
    private final byte[] counts;
    private final int[] lengths;
    private final float averageLength;

    private GramIndex(int[] grams, int[] starts, int[] docs, byte[] counts, int[] lengths) {
        this.grams = grams;
        this.starts = starts;
        this.docs = docs;
        this.counts = counts;
        this.lengths = lengths;
        averageLength = Math.max(1f, (float) Arrays.stream(lengths).average().orElse(1));
    }

    /** The pairs of a text that is spelled as a product's key. */
    static int[] grams(String key) {
        int n = Math.max(0, key.length() - 1);
        var grams = new int[n];
        for (int i = 0; i < n; i++) grams[i] = key.charAt(i) << 16 | key.charAt(i + 1);
        return grams;
    }

    /** The texts that hold every pair of the key; whether in a row is for the caller to see. */
    int[] holdingAll(String key) {
        int[] found = null;
        for (int gram : distinct(key)) {
            int at = Arrays.binarySearch(grams, gram);
            if (at < 0) return new int[0];
            var here = Arrays.copyOfRange(docs, starts[at], starts[at + 1]);
            found = found == null ? here : common(found, here);
        }
        return found == null ? new int[0] : found;
    }

    private static int[] common(int[] a, int[] b) {
        var both = new int[Math.min(a.length, b.length)];
        int n = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                both[n++] = a[i++];
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        return Arrays.copyOf(both, n);
    }

    /**
     * BM25 (Robertson, Spärck Jones) of every text, as the share of what a text could reach that says nothing but the
     * query: 0 to about 1, comparable between queries.
     */
    float[] likeness(String key) {
        var scores = new float[lengths.length];
        float most = 0;
        for (int gram : distinct(key)) {
            int at = Arrays.binarySearch(grams, gram);
            float rarity = rarity(at);
            most += rarity * (K1 + 1);
            if (at < 0) continue;
            for (int i = starts[at]; i < starts[at + 1]; i++) scores[docs[i]] += weight(rarity, i);
        }
        if (most > 0) for (int i = 0; i < scores.length; i++) scores[i] /= most;
        return scores;
    }

    /** The same of one text: what it has in the array of all, without the others. */
    float likeness(int doc, String key) {
        float score = 0;
        float most = 0;
        for (int gram : distinct(key)) {
            int at = Arrays.binarySearch(grams, gram);
            float rarity = rarity(at);
            most += rarity * (K1 + 1);
            int place = at < 0 ? -1 : Arrays.binarySearch(docs, starts[at], starts[at + 1], doc);
            if (place >= 0) score += weight(rarity, place);
        }
        return most > 0 ? score / most : 0;
    }

    private static int[] distinct(String key) {
        return Arrays.stream(grams(key)).distinct().toArray();
    }

    private float rarity(int at) {
        int in = at < 0 ? 0 : starts[at + 1] - starts[at];
        return (float) Math.log(1 + (lengths.length - in + 0.5) / (in + 0.5));
    }

    private float weight(float rarity, int place) {
        float count = counts[place];
        float norm = K1 * (1 - B + B * lengths[docs[place]] / averageLength);
        return rarity * count * (K1 + 1) / (count + norm);
    }

    static final class Builder {
        private long[] places = new long[1 << 12];
        private int size;

        /** @param doc counted up from 0 */
        void add(int doc, String key) {
            for (int gram : grams(key)) {
                if (size == places.length) places = Arrays.copyOf(places, size * 2);
                places[size++] = (long) gram << 32 | doc;
            }
        }

        GramIndex build(int documents) {
            Arrays.sort(places, 0, size);
            int distinct = 0;
            int kinds = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || places[i] != places[i - 1]) distinct++;
                if (i == 0 || places[i] >> 32 != places[i - 1] >> 32) kinds++;
            }
            var grams = new int[kinds];
            var starts = new int[kinds + 1];
            var docs = new int[distinct];
            var counts = new byte[distinct];
            var lengths = new int[documents];
            int kind = -1;
            int at = -1;
            for (int i = 0; i < size; i++) {
                int doc = (int) places[i];
                lengths[doc]++;
                if (i == 0 || places[i] >> 32 != places[i - 1] >> 32) {
                    kind++;
                    grams[kind] = (int) (places[i] >> 32);
                    starts[kind] = at + 1;
                }
                if (i == 0 || places[i] != places[i - 1]) docs[++at] = doc;
                if (counts[at] < Byte.MAX_VALUE) counts[at]++;
            }
            starts[kinds] = distinct;
            return new GramIndex(grams, starts, docs, counts, lengths);
        }
    }
}
