package org.lianqiao.administration.people;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Role;
import org.lianqiao.web.Lenient;

/**
 * How the list of people is narrowed; what cannot be read filters nothing.
 *
 * @param q a part of a name or a sign-in name, or a whole phone number or mail address
 */
record AccountFilter(
        @Nullable String status,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String q) {
    String where() {
        var sql = new StringBuilder("true");
        if (statusOf() != null) sql.append(" and a.status = :status");
        if (roleOf() != null || organizationOf() != null) {
            sql.append(" and a.id in (select m.account_id from membership m");
            if (roleOf() != null) sql.append(" join membership_role r on r.membership_id = m.id and r.role = :role");
            sql.append(" where m.ended_at is null");
            if (organizationOf() != null) sql.append(" and m.organization_id = :organization");
            sql.append(')');
        }
        if (Lenient.pattern(q) != null)
            sql.append(
                    " and (a.name || ' ' || a.login ilike :q or a.phone = :whole or lower(a.email) = lower(:whole))");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        var status = statusOf();
        if (status != null) values.put("status", status.name());
        var role = roleOf();
        if (role != null) values.put("role", role.name());
        var organization = organizationOf();
        if (organization != null) values.put("organization", organization);
        var words = Lenient.pattern(q);
        if (words != null) {
            values.put("q", words);
            values.put("whole", String.valueOf(q).strip());
        }
        return values;
    }

    @Nullable
    AccountStatus statusOf() {
        return Lenient.value(AccountStatus.class, status);
    }

    @Nullable
    Role roleOf() {
        return Lenient.value(Role.class, role);
    }

    @Nullable
    UUID organizationOf() {
        return Lenient.id(organization);
    }
}
