package org.lianqiao.matching.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meaning of every product's name in a snapshot: kept in the database, only new names are computed. */
@Component
@RequiredArgsConstructor
@Slf4j
class VectorStore {
    private static final int AT_ONCE = 256;

    private final JdbcClient jdbc;
    private final Meaning meaning;

    /** Long work where many names are new: about a millisecond each. */
    void fill(MatchIndex index) {
        if (!meaning.isOn()) return;
        var vectors = new Vectors(index.productCount());
        var missing = new ArrayList<Integer>();
        for (int from = 0; from < index.productCount(); from += 20 * AT_ONCE) {
            int to = Math.min(from + 20 * AT_ONCE, index.productCount());
            var kept = kept(index, from, to);
            for (int p = from; p < to; p++) {
                var packed = kept.get(index.key(p));
                if (packed == null) missing.add(p);
                else vectors.set(p, packed);
            }
        }
        for (int from = 0; from < missing.size(); from += AT_ONCE)
            if (!compute(index, vectors, missing.subList(from, Math.min(from + AT_ONCE, missing.size())))) return;
        index.take(vectors);
        if (!missing.isEmpty()) log.info("Computed the meaning of {} names of products", missing.size());
    }

    private Map<String, byte[]> kept(MatchIndex index, int from, int to) {
        var keys = new String[to - from];
        for (int p = from; p < to; p++) keys[p - from] = index.key(p);
        Map<String, byte[]> kept = new HashMap<>();
        jdbc.sql("select key, vector from product_vector where key = any(:keys)")
                .param("keys", keys)
                .query(row -> {
                    kept.put(row.getString(1), row.getBytes(2));
                });
        return kept;
    }

    private boolean compute(MatchIndex index, Vectors vectors, List<Integer> products) {
        var packed = meaning.of(products.stream().map(index::product).toList());
        if (packed.size() != products.size()) return false;
        for (int i = 0; i < packed.size(); i++) vectors.set(products.get(i), packed.get(i));
        jdbc.sql("""
                insert into product_vector (key, vector)
                select * from unnest(cast(:keys as text[]), cast(:vectors as bytea[])) on conflict do nothing
                """)
                .param("keys", products.stream().map(index::key).toArray(String[]::new))
                .param("vectors", packed.toArray(byte[][]::new))
                .update();
        return true;
    }
}
