package org.lianqiao.administration.organizations;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.web.Lenient;

/** How the list is narrowed; what cannot be read filters nothing. A region takes its children along. */
record OrganizationFilter(
        @Nullable String kind,
        @Nullable String status,
        @Nullable String region,
        @Nullable String q) {
    String where() {
        var sql = new StringBuilder("true");
        if (kindOf() != null) sql.append(" and o.kind = :kind");
        if (statusOf() != null) sql.append(" and o.status = :status");
        if (regionOf() != null)
            sql.append(" and o.region_code in (select code from region where :region in (code, parent_code))");
        if (Lenient.pattern(q) != null) sql.append(" and (o.name ilike :q or o.uscc = upper(:whole))");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        var kind = kindOf();
        if (kind != null) values.put("kind", kind.name());
        var status = statusOf();
        if (status != null) values.put("status", status.name());
        var region = regionOf();
        if (region != null) values.put("region", region);
        var words = Lenient.pattern(q);
        if (words != null) {
            values.put("q", words);
            values.put("whole", String.valueOf(q).strip());
        }
        return values;
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
        return region != null && region.matches("[0-9]{6}") ? region : null;
    }
}
