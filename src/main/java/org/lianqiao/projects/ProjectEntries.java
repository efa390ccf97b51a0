package org.lianqiao.projects;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Projects as they are found: a published one by everybody and by its public words alone, also inside; any other by those
 * who see it inside, by all its words. The enterprise and its sums are never public.
 */
@Component
class ProjectEntries extends SqlSource {
    ProjectEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.PROJECT, "project", """
                select p.id, p.name as title, p.name_en as title_en, p.number as note, '/projects/' || p.id as href,
                       array[p.number] as codes,
                       array[d.name_zh, d.name_en, c.name_zh, case when p.publication <> 'PUBLISHED' then o.name end] as keywords,
                       case when p.publication = 'PUBLISHED' then p.public_summary || chr(10) || p.public_summary_en
                            else p.summary || ' ' || p.public_summary end as body,
                       array(select k.name_zh from project_site s join park k on k.id = s.park_id where s.project_id = p.id) as places,
                       array(select s.region_code from project_site s where s.project_id = p.id order by s.position) as regions,
                       array[p.chain_id::text] as chains,
                       case when p.publication = 'PUBLISHED' then array['all']
                            else array['org:' || p.holder_office_id, 'org:' || p.organization_id]
                              || array(select 'org:' || s.office_id from project_site s where s.project_id = p.id)
                              || array(select 'coordinating:' || a.alliance_id || ':' || a.side from project_site s
                                         join alliance_region a on a.region_code = s.region_code and a.alliance_id = p.alliance_id
                                        where s.project_id = p.id) end as audience,
                       coalesce(p.published_at, p.updated_at) as dated_at
                  from project p left join organization o on o.id = p.organization_id
                  left join chain_node d on d.id = p.node_id left join industry_chain c on c.id = p.chain_id
                 where p.id in (:ids)
                """);
    }
}
