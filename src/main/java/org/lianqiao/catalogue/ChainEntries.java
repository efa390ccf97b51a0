package org.lianqiao.catalogue;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chains as they are found: by anybody. */
@Component
class ChainEntries extends SqlSource {
    ChainEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.CHAIN, "industry_chain", """
                select c.id, c.name_zh as title, c.name_en as title_en, '/chains/' || c.code as href, array[c.code] as codes,
                       c.summary_zh || ' ' || c.summary_en as body, array[c.id::text] as chains, array['all'] as audience,
                       timestamptz '2020-01-01' as dated_at
                  from industry_chain c where c.active and c.id in (:ids)
                """);
    }
}
