package org.lianqiao.organizations;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * How the directory of enterprises is narrowed, as typed in the address.
 *
 * @param registered {@code yes} for those who are, {@code no} for those who are only known
 */
record EnterpriseFilter(
        @Nullable String q,
        @Nullable String chain,
        @Nullable String node,
        @Nullable String region,
        @Nullable String size,
        @Nullable String registered) {

    private Conditions conditions() {
        return Conditions.where("o.kind = 'ENTERPRISE' and " + Known.OPENED)
                .words(
                        "(o.name ilike :q or o.short_name ilike :q or o.uscc ilike :q or exists (select from"
                                + " organization_product p where p.organization_id = o.id and p.name ilike :q))",
                        q)
                .and(
                        "exists (select from node_organization x join chain_node n on n.id = x.node_id"
                                + " where x.organization_id = o.id and n.chain_id = :chain)",
                        "chain",
                        chainOf())
                .and("o.id in (select organization_id from node_organization where node_id = :node)", "node", nodeOf())
                .region("o.region_code", regionOf())
                .and("o.size = :size", "size", sizeOf())
                .and("o.status = :status", "status", statusOf());
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    /** What is chosen under a facet's name. */
    @Nullable
    String chosen(String facet) {
        return switch (facet) {
            case "region" -> regionOf();
            case "size" -> size;
            default -> registered;
        };
    }

    public boolean isNarrow() {
        return !values().isEmpty();
    }

    @Nullable
    UUID chainOf() {
        return Lenient.id(chain);
    }

    @Nullable
    UUID nodeOf() {
        return Lenient.id(node);
    }

    @Nullable
    String regionOf() {
        return Lenient.region(region);
    }

    @Nullable
    OrganizationSize sizeOf() {
        return Lenient.value(OrganizationSize.class, size);
    }

    private @Nullable String statusOf() {
        return "yes".equals(registered) ? "REGISTERED" : "no".equals(registered) ? "KNOWN" : null;
    }
}
