package org.lianqiao.administration.people;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Role;
import org.lianqiao.web.Conditions;
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

    private Conditions conditions() {
        return Conditions.where("true")
                .and("a.status = :status", "status", statusOf())
                .within("a.id in (select m.account_id from membership m where %s)", membership())
                .words("(a.name || ' ' || a.login ilike :q or a.phone = :whole or lower(a.email) = lower(:whole))", q);
    }

    /** Of one membership: the role is held in the organisation asked for. */
    private Conditions membership() {
        return Conditions.where("m.ended_at is null")
                .and("m.id in (select membership_id from membership_role where role = :role)", "role", roleOf())
                .and("m.organization_id = :organization", "organization", organizationOf());
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
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
