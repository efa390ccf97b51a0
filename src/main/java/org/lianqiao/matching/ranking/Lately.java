package org.lianqiao.matching.ranking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used last, up to a number; safe for several threads. */
public final class Lately<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private Lately(int most) {
        super(64, 0.75f, true);
        this.most = most;
    }

    public static <K, V> Map<K, V> used(int most) {
        return Collections.synchronizedMap(new Lately<>(most));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
