package org.lianqiao.needs;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Needs as they are found: open ones by everybody, the others by who wrote them. One that is published without its
 * owner's name is not found by that name either.
 */
@Component
class NeedEntries extends SqlSource {
    NeedEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.NEED, "need", """
                select n.id, coalesce(nullif(n.title, ''), n.number) as title, n.title_en,
                       n.number || case when n.anonymous then '' else ' · ' || o.name end as note,
                       case when n.state = 'PUBLISHED' then '/needs/' else '/my/needs/' end || n.id as href,
                       array[n.number, n.policy_number] as codes,
                       array[d.name_zh, d.name_en, c.name_zh, case when not n.anonymous then o.name end,
                             case when not n.anonymous then o.short_name end] as keywords,
                       n.description as body, array[n.region_code] as regions, array[n.chain_id::text] as chains,
                       array[case when n.state = 'PUBLISHED' then 'all' else 'org:' || n.organization_id end] as audience,
                       coalesce(n.published_at, n.updated_at) as dated_at
                  from need n join organization o on o.id = n.organization_id
                  left join chain_node d on d.id = n.node_id left join industry_chain c on c.id = n.chain_id
                 where n.id in (:ids)
                """);
    }
}
