package org.lianqiao.administration.organizations;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/** How the list is narrowed; what cannot be read filters nothing. A region takes its children along. */
record OrganizationFilter(
        @Nullable String kind,
        @Nullable String status,
        @Nullable String region,
        @Nullable String q) {

    private Conditions conditions() {
        return Conditions.where("true")
                .and("o.kind = :kind", "kind", kindOf())
                .and("o.status = :status", "status", statusOf())
                .region("o.region_code", regionOf())
                .words("(o.name ilike :q or o.uscc = upper(:whole))", q);
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    @Nullable
    OrganizationKind kindOf() {
        return Lenient.value(OrganizationKind.class, kind);
    }

    @Nullable
    OrganizationStatus statusOf() {
        return Lenient.value(OrganizationStatus.class, status);
    }

    @Nullable
    String regionOf() {
        return Lenient.region(region);
    }
}
