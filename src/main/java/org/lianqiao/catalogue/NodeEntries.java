package org.lianqiao.catalogue;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes of the chains as they are found: by anybody, at their place in the chain's page. */
@Component
class NodeEntries extends SqlSource {
    NodeEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.NODE, "chain_node", """
                select n.id, n.name_zh as title, n.name_en as title_en, c.name_zh as note, '/chains/' || c.code || '#' || n.id as href,
                       array[n.code] as codes, n.note_zh || ' ' || n.note_en as body, array[c.id::text] as chains,
                       array['all'] as audience, timestamptz '2020-01-01' as dated_at
                  from chain_node n join industry_chain c on c.id = n.chain_id
                 where n.active and c.active and n.id in (:ids)
                """);
    }
}
