package org.lianqiao.organizations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The directory of enterprises, for those who work for a government: rows, count and facets in two statements. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class EnterpriseQueries {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;

    /** @param nodes the chain nodes at which it stands, readable */
    record Row(
            UUID id,
            String name,
            @Nullable String uscc,
            String products,
            String nodes,
            @Nullable String regionCode,
            @Nullable OrganizationSize size,
            boolean registered) {}

    /** @param facets by the filter's name */
    record Listed(PageOf<Row> page, Map<String, List<Facet>> facets) {
        public List<Facet> of(String name) {
            return facets.getOrDefault(name, List.of());
        }
    }

    Listed list(EnterpriseFilter filter, Viewer viewer, Paging paging) {
        var where = " from organization o where " + filter.where();
        var values = filter.values();
        values.putAll(Known.to(viewer));
        var rows = jdbc.sql("""
                select o.id, o.name, o.uscc, o.region_code, o.size, o.status = 'REGISTERED' as registered,
                       coalesce((select string_agg(p.name, '、' order by p.position) from organization_product p
                                  where p.organization_id = o.id and p.position < 6), '') as products,
                       coalesce((select string_agg(n.name_zh, '、' order by n.name_zh) from node_organization x
                                   join chain_node n on n.id = x.node_id and n.active where x.organization_id = o.id), '') as nodes
                """ + where
                        + " order by o.status = 'REGISTERED' desc, o.name, o.id limit :limit offset :offset")
                .params(values)
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
        var facets = new HashMap<String, List<Facet>>();
        return new Listed(new PageOf<>(rows, paging, facets(where, values, filter, facets)), facets);
    }

    private int facets(
            String where, Map<String, Object> values, EnterpriseFilter filter, Map<String, List<Facet>> facets) {
        int[] total = {0};
        jdbc.sql("""
                with hits as materialized (select o.region_code as region, o.size, case o.status when 'REGISTERED' then 'yes' else 'no' end as registered
                                           %s limit %d)
                select case when grouping(region) = 0 then 'region' when grouping(size) = 0 then 'size'
                            when grouping(registered) = 0 then 'registered' else '' end,
                       coalesce(region, size, registered), count(*) as n
                  from hits group by grouping sets ((), (region), (size), (registered)) order by n desc, 2
                """.formatted(where, PageOf.CAP + 1)).params(values).query(row -> {
            var name = row.getString(1);
            var value = row.getString(2);
            if (name.isEmpty()) total[0] = row.getInt(3);
            else if (value != null)
                facets.computeIfAbsent(name, x -> new ArrayList<>())
                        .add(new Facet(value, label(name, value), row.getLong(3), value.equals(filter.chosen(name))));
        });
        return total[0];
    }

    private String label(String name, String value) {
        return switch (name) {
            case "region" -> catalogue.regionName(value);
            case "size" -> choices.label(OrganizationSize.valueOf(value));
            default -> choices.text("yes".equals(value) ? "organizations.registered" : "organizations.known");
        };
    }
}
