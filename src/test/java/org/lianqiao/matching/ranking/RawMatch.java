package org.lianqiao.matching.ranking;

import java.util.List;
import java.util.UUID;
import org.lianqiao.bench.Portal;
import org.lianqiao.bench.Stopwatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database alone answers: ten who make the product or what goes into it, by name, without order or reason. */
public final class RawMatch {
    private static final String MAKERS = """
            select distinct m.organization_id from product_name asked
              left join product_edge e on e.to_id = asked.product_id and e.relation = 'SUPPLIES'
              join product_name n on n.product_id in (asked.product_id, e.from_id)
              join organization_product m on m.key = n.key
             where asked.key = product_key(:word)
            union select organization_id from organization_product where key = product_key(:word) limit 10
            """;

    private RawMatch() {}

    public static void time(Portal portal, List<String> products, List<String> downstream, Stopwatch watch) {
        var jdbc = portal.get(JdbcClient.class);
        for (var word : products.isEmpty() ? downstream : products)
            watch.time(
                    () -> jdbc.sql(MAKERS).param("word", word).query(UUID.class).list());
    }
}
