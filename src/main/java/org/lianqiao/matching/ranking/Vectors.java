package org.lianqiao.matching.ranking;

import java.util.Arrays;

/**
 * What the names of products mean, as directions in space. A vector is kept twice: its signs, by which the nearest few
 * hundred of hundreds of thousands are found in milliseconds, and one byte per dimension, by which these are ranked.
 */
final class Vectors {
    static final int DIMENSIONS = 512;
    private static final int WORDS = DIMENSIONS / Long.SIZE;

    private final long[] signs;
    private final byte[] values;

    Vectors(int products) {
        signs = new long[products * WORDS];
        values = new byte[products * DIMENSIONS];
    }

    /** A unit vector in a byte per dimension, as it is kept in the database too. */
    static byte[] packed(float[] vector) {
        double square = 0;
        for (float v : vector) square += v * v;
        double scale = 127 * 3 / Math.max(1e-9, Math.sqrt(square));
        var packed = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++)
            packed[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * scale)));
        return packed;
    }

    void set(int product, byte[] packed) {
        System.arraycopy(packed, 0, values, product * DIMENSIONS, DIMENSIONS);
        var words = signs(packed);
        System.arraycopy(words, 0, signs, product * WORDS, WORDS);
    }

    private static long[] signs(byte[] packed) {
        var words = new long[WORDS];
        for (int i = 0; i < DIMENSIONS; i++) if (packed[i] > 0) words[i / Long.SIZE] |= 1L << i % Long.SIZE;
        return words;
    }

    /** @return products as {@code place << 32 | cosine's float bits}, the nearest first by signs */
    Near[] nearest(byte[] query, int howMany) {
        var words = signs(query);
        int products = signs.length / WORDS;
        var order = new long[products];
        for (int p = 0; p < products; p++) {
            int apart = 0;
            for (int w = 0; w < WORDS; w++) apart += Long.bitCount(words[w] ^ signs[p * WORDS + w]);
            order[p] = (long) apart << 32 | p;
        }
        int limit = Math.min(howMany, products);
        long bound = limit == 0 ? 0 : bound(order, limit);
        return Arrays.stream(order)
                .filter(o -> o >> 32 <= bound)
                .limit(2L * howMany)
                .mapToObj(o -> new Near((int) o, cosine(query, (int) o)))
                .toArray(Near[]::new);
    }

    /** The distance within which the nearest lie: counted, for sorting all would cost more than measuring all. */
    private static long bound(long[] order, int howMany) {
        var counts = new int[DIMENSIONS + 1];
        for (long o : order) counts[(int) (o >> 32)]++;
        int seen = 0;
        int distance = 0;
        while (distance < DIMENSIONS && (seen += counts[distance]) < howMany) distance++;
        return distance;
    }

    private float cosine(byte[] query, int product) {
        int from = product * DIMENSIONS;
        int dot = 0;
        int own = 0;
        int other = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            int a = query[i];
            int b = values[from + i];
            dot += a * b;
            own += a * a;
            other += b * b;
        }
        return own == 0 || other == 0 ? 0 : (float) (dot / Math.sqrt((double) own * other));
    }

    /** A product and the cosine of its name's meaning with the query's. */
    record Near(int product, float cosine) {}
}
