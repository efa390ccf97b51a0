package org.lianqiao.catalogue;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SearchableKind;
import org.lianqiao.search.SqlSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those products of the catalogue that have their place at a node, as they are found: by anybody, by all their names. */
@Component
class ProductEntries extends SqlSource {
    private final ApplicationEventPublisher events;

    ProductEntries(JdbcClient jdbc, ApplicationEventPublisher events) {
        super(jdbc, EntryKind.PRODUCT, "product", """
                select p.id, p.name as title, n.name_zh || ' · ' || c.name_zh as note, '/chains/' || c.code || '#' || n.id as href,
                       array(select x.name from product_name x where x.product_id = p.id and x.name <> p.name order by x.name) as keywords,
                       array[c.id::text] as chains, array['all'] as audience, p.created_at as dated_at
                  from product p join chain_node n on n.id = p.node_id and n.active
                  join industry_chain c on c.id = n.chain_id and c.active
                 where p.id in (:ids)
                """);
        this.events = events;
    }

    @EventListener
    void changed(CatalogueChanged change) {
        events.publishEvent(new SearchableKind(EntryKind.PRODUCT));
    }
}
