package org.lianqiao.events;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events as they are found: published ones by everybody, a draft by the offices that are to host it. */
@Component
class EventEntries extends SqlSource {
    EventEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.EVENT, "event", """
                select e.id, e.name_zh as title, e.name_en as title_en,
                       to_char(e.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || case when e.place_zh <> '' then ' · ' || e.place_zh else '' end as note,
                       '/events/' || e.id as href, array[e.number] as codes,
                       array(select c.name_zh from event_chain x join industry_chain c on c.id = x.chain_id where x.event_id = e.id)
                         || array(select o.name from event_host h join organization o on o.id = h.organization_id
                                   where h.event_id = e.id order by h.position) as keywords,
                       e.summary_zh || chr(10) || e.summary_en as body, array[e.place_zh, e.place_en] as places,
                       array[e.region_code] as regions,
                       array(select x.chain_id::text from event_chain x where x.event_id = e.id) as chains,
                       case when e.published then array['all']
                            else array(select 'org:' || h.organization_id from event_host h join organization o on o.id = h.organization_id
                                        where h.event_id = e.id and o.kind in ('OFFICE', 'DEPARTMENT')) end as audience,
                       e.starts_at as dated_at
                  from event e where e.id in (:ids)
                """);
    }
}
