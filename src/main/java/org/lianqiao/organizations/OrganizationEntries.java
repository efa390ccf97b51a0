package org.lianqiao.organizations;

import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.search.SqlSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organisations as they are found. Who is registered is found by everybody who works for a government; each also by
 * itself and by the associations that it agreed to join. Whom an office noted (未入驻) is found by that office alone: that
 * an enterprise is being courted is not everybody's to see; whom the platform took in from a list, by all who work for one.
 */
@Component
class OrganizationEntries extends SqlSource {
    private final ApplicationEventPublisher events;

    OrganizationEntries(JdbcClient jdbc, ApplicationEventPublisher events) {
        super(jdbc, EntryKind.ORGANIZATION, "organization", """
                select o.id, o.name as title, o.name_en as title_en, o.short_name, '/organizations/' || o.id as href,
                       coalesce(o.uscc, o.stock_code, '') as note, array[o.uscc, o.stock_code] as codes,
                       array(select p.name from organization_product p where p.organization_id = o.id order by p.position)
                         || array(select n.name_zh from organization_node x join chain_node n on n.id = x.node_id
                                   where x.organization_id = o.id order by n.position)
                         || array(select i.name_zh from industry_code i where i.code = o.industry_code)
                         || string_to_array(o.industry_text, '/') as keywords,
                       o.profile as body, array[o.address, (select k.name_zh from park k where k.id = o.park_id)] as places,
                       array[o.region_code] as regions,
                       array(select distinct n.chain_id::text from organization_node x join chain_node n on n.id = x.node_id
                              where x.organization_id = o.id) as chains,
                       array['org:' || o.id]
                         || array(select 'org:' || m.association_id from association_membership m
                                   where m.member_id = o.id and m.state = 'AGREED')
                         || case when o.status = 'REGISTERED' or o.created_by is null and not o.unverified or exists (select from membership m join organization f
                                   on f.id = m.organization_id and f.platform_role = 'OPERATOR' where m.account_id = o.created_by) then array['staff']
                                 else array(select 'org:' || m.organization_id from membership m
                                             where m.account_id = o.created_by and m.ended_at is null) end as audience,
                       o.created_at as dated_at
                  from organization o where o.status <> 'SUSPENDED' and o.platform_role is null and o.id in (:ids)
                """);
        this.events = events;
    }

    @EventListener
    void imported(OrganizationsImported imported) {
        events.publishEvent(new Searchable(EntryKind.ORGANIZATION, imported.ids()));
    }
}
